// The real chat panel, as customers get it, inside the desk: a true conversation through the shop's inbox.
import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/toasts.tsx'
import type { Inbox } from './workspace.ts'

const addressOf = (inbox: Inbox, locale: string): string => {
  const looks = new URLSearchParams({ host: location.origin, locale })
  if (inbox.look?.color) looks.set('color', inbox.look.color)
  return `/widget/panel.html?inbox=${encodeURIComponent(inbox.publicKey)}#${looks}`
}

/** What the panel's bridge understands of a page on its own server. */
export const tell = (frame: RefObject<HTMLIFrameElement | null>, message: object): void =>
  frame.current?.contentWindow?.postMessage({ ballast: 1, ...message }, location.origin)

interface Props {
  readonly frame: RefObject<HTMLIFrameElement | null>
  readonly inbox: Inbox
  readonly locale: string
  /** Somebody has spoken: the bot or the reader. */
  readonly onMessage: () => void
}

export const ChatFrame = ({ frame, inbox, locale, onMessage }: Props) => {
  const { t } = useTranslation()
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return
      if (data?.t === 'close') toast(t('welcome.closesThere'))
      if (data?.t === 'ready') tell(frame, { t: 'shown', shown: true })
      if (data?.t === 'event' && data.event?.name === 'message') onMessage()
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [frame, onMessage, t])
  return <iframe ref={frame} className="first-chat" title={t('welcome.chat')} src={addressOf(inbox, locale)} />
}
