// The number of unread messages in the title of the shop's tab: steady while the tab is looked at, blinking while it is not.
// Only our own prefix is ever added or taken away, so a page that changes its title meanwhile keeps its own.
const PREFIX = /^\(\d+\+?\) /
const BLINK_MS = 1_000

let unread = 0
let blinking: ReturnType<typeof setInterval> | undefined

const plain = () => document.title.replace(PREFIX, '')
const write = (next: string) => {
  if (next !== document.title) document.title = next
}
const numbered = () => (unread > 0 ? `(${unread > 99 ? '99+' : unread}) ${plain()}` : plain())
const blinks = () => unread > 0 && document.hidden && !matchMedia('(prefers-reduced-motion: reduce)').matches

const settle = () => {
  clearInterval(blinking)
  write(numbered())
  if (blinks()) blinking = setInterval(() => write(PREFIX.test(document.title) ? plain() : numbered()), BLINK_MS)
}

export const countInTitle = (count: number): void => {
  if (unread === 0 && count > 0) document.addEventListener('visibilitychange', settle)
  if (count === 0) document.removeEventListener('visibilitychange', settle)
  unread = count
  settle()
}
