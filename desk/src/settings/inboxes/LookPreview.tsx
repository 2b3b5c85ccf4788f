// The chat as a customer will find it: a sketch that follows every change, or the real panel with what is saved.
import { useQuery } from '@tanstack/react-query'
import Segmented from 'antd/es/segmented'
import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GROUNDS, inkOn } from './contrast.ts'
import type { Inbox } from './inbox-data.ts'
import { HOUSE_COLOR, isColor, type LookDraft } from './look-draft.ts'

const darkSystem = () => matchMedia('(prefers-color-scheme: dark)').matches

const Launcher = () => (
  <span className="sketch-launcher">
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3.5c-5 0-9 3.4-9 7.6 0 2.4 1.3 4.5 3.3 5.9l-.6 3.5 3.9-2c.8.2 1.6.2 2.4.2 5 0 9-3.4 9-7.6s-4-7.6-9-7.6Z" />
    </svg>
  </span>
)

const Sketch = ({ inbox, look }: { inbox: Inbox; look: LookDraft }) => {
  const { t } = useTranslation()
  const color = isColor(look.color) ? look.color : HOUSE_COLOR
  const mode = look.theme === 'auto' ? (darkSystem() ? 'dark' : 'light') : look.theme
  const style = { '--shop': color, '--on-shop': inkOn(color), '--back': GROUNDS[mode] } as CSSProperties
  const starters = look.starters.filter((each) => each.trim() !== '')
  const shown = starters.length > 0 ? starters : [t('inboxes.preview.starter1'), t('inboxes.preview.starter2')]
  return (
    <div
      className={`sketch ${look.position}`}
      data-ground={mode}
      style={style}
      role="img"
      aria-label={t('inboxes.preview.label')}
    >
      <div className="sketch-panel">
        <div className="sketch-head">
          <i>{[...(inbox.botName || inbox.name)][0]?.toUpperCase()}</i>
          <span>
            <b>{inbox.botName || inbox.name}</b>
            <small>{inbox.name}</small>
          </span>
        </div>
        <div className="sketch-body">
          <p>{look.greeting.trim() || t('inboxes.preview.greeting', { shop: inbox.name })}</p>
          {shown.map((text) => (
            <span key={text} className="sketch-starter">
              {text}
            </span>
          ))}
        </div>
        <div className="sketch-write">
          <span>{t('inboxes.preview.write')}</span>
          <i />
        </div>
      </div>
      <Launcher />
    </div>
  )
}

export const panelAddress = (publicKey: string): string => `/widget/panel.html?inbox=${encodeURIComponent(publicKey)}`

/** A server without the built widget, or an inbox that is off, has no panel to show. */
const usePanel = (inbox: Inbox): boolean =>
  useQuery({
    queryKey: ['panel', inbox.publicKey, inbox.enabled],
    queryFn: async ({ signal }) => (await fetch(panelAddress(inbox.publicKey), { signal })).ok,
  }).data ?? false

export const LookPreview = ({ inbox, look }: { inbox: Inbox; look: LookDraft }) => {
  const { t } = useTranslation()
  const served = usePanel(inbox)
  const [real, setReal] = useState(false)
  return (
    <aside className="look-preview" aria-label={t('inboxes.preview.label')}>
      {served && (
        <Segmented
          aria-label={t('inboxes.preview.label')}
          value={real}
          options={[
            { value: false, label: t('inboxes.preview.sketch') },
            { value: true, label: t('inboxes.preview.real') },
          ]}
          onChange={setReal}
        />
      )}
      {served && real ? (
        <iframe
          key={JSON.stringify(inbox.look)}
          className="panel-frame"
          title={t('inboxes.preview.real')}
          src={`${panelAddress(inbox.publicKey)}#${new URLSearchParams({ color: inbox.look.color ?? HOUSE_COLOR })}`}
        />
      ) : (
        <Sketch inbox={inbox} look={look} />
      )}
      <p className="set-help">{t(served && real ? 'inboxes.preview.realText' : 'inboxes.preview.sketchText')}</p>
    </aside>
  )
}
