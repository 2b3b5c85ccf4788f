// One intent is chosen from all of them, found by word; the keyboard is enough.
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { matching, useIntents, useMeaning, useTitle } from './lab.ts'
import './choose-intent.css'

interface Props {
  title: string
  /** The sentence it is about, as it is shown. */
  about: ReactNode
  /** The intent it has now is not offered. */
  without: string | null
  onChoose: (intent: string) => void
  onClose: () => void
}

/** Arrows walk from the field through the list. */
const walk = (event: KeyboardEvent, box: HTMLElement | null): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0 || box === null) return
  const stops = [...box.querySelectorAll<HTMLElement>('input, button')]
  event.preventDefault()
  stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement as HTMLElement) + by))]?.focus()
}

export const ChooseIntent = ({ title, about, without, onChoose, onClose }: Props) => {
  const { t } = useTranslation()
  const nameOf = useTitle()
  const meaning = useMeaning()
  const box = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
  const query = useIntents()
  const shown = matching(query.data?.intents ?? [], words).filter(({ id, on }) => on && id !== without)
  const choose = (id: string) => {
    onClose()
    onChoose(id)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {about}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows only help; Tab and Enter reach everything. */}
      <div ref={box} className="lab-choose" onKeyDown={(event) => walk(event, box.current)}>
        <input
          type="search"
          className="field"
          aria-label={t('language.search')}
          placeholder={t('language.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && words !== '' && shown[0] && choose(shown[0].id)}
        />
        {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <Loading />}
        <ul>
          {shown.map((intent) => (
            <li key={intent.id}>
              <button type="button" className="menu-item" onClick={() => choose(intent.id)}>
                <b>{nameOf(intent.id)}</b>
                <small>{meaning(intent)}</small>
              </button>
            </li>
          ))}
        </ul>
        {query.data && shown.length === 0 && <p className="muted">{t('language.noneFound')}</p>}
      </div>
    </Dialog>
  )
}
