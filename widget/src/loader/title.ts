// The number of unread messages in the title of the shop's tab; only our own prefix is ever added or taken away.
const PREFIX = /^\(\d+\+?\) /

export const countInTitle = (count: number): void => {
  const plain = document.title.replace(PREFIX, '')
  const next = count > 0 ? `(${count > 99 ? '99+' : count}) ${plain}` : plain
  if (next !== document.title) document.title = next
}
