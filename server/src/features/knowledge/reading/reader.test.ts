// The thread: files one after another, and one that goes wrong takes nobody along.
import { afterEach, expect, test } from 'vitest'
import { docx, pdf, pdfOfLines } from '../../../../test/sample-documents.ts'
import { createReader, type Reader, type ReaderOptions } from './reader.ts'

let reader: Reader
afterEach(() => reader.close())
const open = (options: ReaderOptions = {}) => {
  reader = createReader(options)
  return (bytes: Buffer, name = 'a') => reader.read({ bytes, name })
}
const small = docx([['heading 1', 'Returns'], 'Seven days.'])

test('reads one after another, good and bad, and gives entries', async () => {
  const read = open()
  const [first, second, third] = await Promise.all([
    read(small, 'policy.docx'),
    read(pdf([[]], { sealed: true })),
    read(pdfOfLines([['Fees', 18], 'We pay.'])),
  ])
  expect(first).toMatchObject({
    read: { title: 'policy', kind: 'docx', entries: [{ section: '1', title: 'Returns', answer: 'Seven days.' }] },
  })
  expect(second).toEqual({ problem: 'document.encrypted' })
  expect(third).toMatchObject({ read: { entries: [{ title: 'Fees', answer: 'We pay.' }] } })
})

const lines = Array.from({ length: 20_000 }, (_, n) => `line ${n} of a very long handbook`)

test('a file that takes too long is given up, and the next one is read', async () => {
  const read = open({ timeoutMs: 4_000 })
  const long = pdfOfLines([...lines, ...lines, ...lines, ...lines, ...lines])
  const [given, next] = await Promise.all([read(long), read(small)])
  expect(given).toEqual({ problem: 'document.too-large' })
  expect(next).toHaveProperty('read')
})

test('a file that needs too much memory is given up, and the next one is read', async () => {
  const read = open({ heapMb: 24 })
  const wide = Buffer.from(`${'a,b,c,d,e,f,g,h\n'.repeat(600_000)}`)
  const [given, next] = await Promise.all([read(wide, 'a.csv'), read(small)])
  expect(given).toEqual({ problem: 'document.too-large' })
  expect(next).toHaveProperty('read')
})

test('closed in the midst it says nothing about the file', async () => {
  const read = open()
  const reading = read(pdfOfLines(lines))
  const told = expect(reading).rejects.toThrow('closed')
  await new Promise((done) => setTimeout(done, 300))
  await reader.close()
  await told
})

test('without work the thread ends, and comes back with the next file', async () => {
  const read = open({ idleMs: 10 })
  expect(await read(small)).toHaveProperty('read')
  await new Promise((done) => setTimeout(done, 100))
  expect(await read(small)).toHaveProperty('read')
})
