import { expect, test } from 'vitest'
import { foundInLogs, linesRead, watchedLog } from './watched-log.ts'

test.each([
  ['mobile', '13812345678'],
  ['mobile', '+86 138 1234-5678'],
  ['mail address', 'wang@alpha-customer.example'],
  ['identity card', '11010519491231002X'],
  ['mark', 'zqmessage-7351'],
  ['full-width digit', '１３８１２３４５６７８'],
  ['Chinese digit', '一三八一二三四五六七八'],
])('a %s in a line is noticed', (_, value) => {
  const before = linesRead()
  watchedLog()
    .child({ contact: { phone: value } })
    .debug({}, 'thing.happened')
  expect(linesRead()).toBe(before + 1)
  expect(foundInLogs()).toHaveLength(1)
})

test('ids, times, ports and errors are not', () => {
  const log = watchedLog()
  log.info({ at: 1_795_195_000_000, id: '01890a5d-ac96-774b-bcce-b30213912345', port: 18_712 }, 'thing.happened')
  log.error(
    { err: new Error('Wang 13812345678 wang@shop.example'), mark: Buffer.alloc(32).toString('hex') },
    'thing.failed',
  )
  expect(foundInLogs()).toEqual([])
})
