// A notice of the operating system. The browser is asked for it only from a click, never when the desk opens.

/** False where the browser knows no notices (plain HTTP, some phones) or was not allowed to show them. */
export const canNotice = (): boolean => 'Notification' in window && Notification.permission === 'granted'
export const noticeState = (): NotificationPermission | 'unknown' =>
  'Notification' in window ? Notification.permission : 'unknown'

export interface Notice {
  readonly title: string
  readonly text: string
  /** A later notice about the same thing takes the place of the earlier one. */
  readonly about: string
  readonly open: () => void
}
export const notice = ({ title, text, about, open }: Notice): void => {
  const shown = new Notification(title, { body: text, tag: about })
  shown.onclick = () => {
    window.focus()
    open()
    shown.close()
  }
}
