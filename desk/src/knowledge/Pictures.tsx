// Pictures and videos that go with the whole answer, each with words for those who cannot see it.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryForm } from './entry-form.ts'
import { AddMedium, MediumLine } from './MediumField.tsx'
import type { Medium } from './media-files.ts'

const MOST = 20

export const Pictures = ({ form, readOnly }: { form: EntryForm; readOnly: boolean }) => {
  const { t } = useTranslation()
  const { media } = form.value
  const [begun] = useState(media.length > 0)
  // Several uploads end one after the other: each adds to what is there then.
  const now = useRef(media)
  now.current = media
  const put = (next: readonly Medium[]) => {
    now.current = [...next]
    form.set({ media: now.current })
  }
  const at = (place: number, next: Medium[]) => put([...media.slice(0, place), ...next, ...media.slice(place + 1)])
  return (
    <details className="sheet kb-fold" open={begun}>
      <summary>
        <h2>{t('knowledge.pictures')}</h2>
        <span className="muted">{media.length === 0 ? t('knowledge.picturesNone') : media.length}</span>
      </summary>
      <div className="kb-fields">
        <p className="set-help">{t('knowledge.picturesHelp')}</p>
        <ul className="kb-wordings">
          {media.map((medium, place) => (
            <li key={medium.url ?? medium.fileId}>
              <MediumLine
                medium={medium}
                readOnly={readOnly}
                write={(alt) => at(place, [{ ...medium, alt }])}
                remove={() => at(place, [])}
              />
            </li>
          ))}
        </ul>
        {!readOnly && media.length < MOST && (
          <AddMedium room={MOST - media.length} add={(medium) => put([...now.current, medium])} />
        )}
      </div>
    </details>
  )
}
