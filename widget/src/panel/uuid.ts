// UUID version 7 made in the browser: ids sort by time, also within one millisecond of one tab.
let lastMs = 0
let counter = 0

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

export const uuid7 = (now = Date.now()): string => {
  if (now > lastMs) {
    lastMs = now
    counter = crypto.getRandomValues(new Uint16Array(1))[0]! & 0x7ff
  } else if (++counter > 0xfff) {
    lastMs++
    counter = 0
  }
  const random = crypto.getRandomValues(new Uint16Array(4))
  const time = hex(lastMs, 12)
  const variant = hex((random[0]! & 0x3fff) | 0x8000, 4)
  const tail = [random[1]!, random[2]!, random[3]!].map((word) => hex(word, 4)).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${variant}-${tail}`
}
