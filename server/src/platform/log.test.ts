import { describe, expect, it } from 'vitest'
import { recordLog } from '../../test/record-log.ts'
import { logContext, withLogContext } from './log.ts'

describe('log', () => {
  it('writes the event, the level and the fields', () => {
    const { log, lines } = recordLog()
    log.child({ role: 'gateway' }).info({ port: 8080 }, 'server.listening')
    expect(lines).toEqual([
      { level: 'info', time: expect.any(String), role: 'gateway', port: 8080, event: 'server.listening' },
    ])
  })

  it('carries the context through awaits, nested contexts adding up', async () => {
    const { log, lines } = recordLog()
    await withLogContext({ requestId: 'r1' }, async () => {
      await new Promise((done) => setImmediate(done))
      await withLogContext({ conversationId: 'c1' }, async () => log.info({}, 'message.stored'))
      expect(logContext()).toEqual({ requestId: 'r1' })
    })
    log.info({}, 'server.idle')
    expect(lines[0]).toMatchObject({ requestId: 'r1', conversationId: 'c1' })
    expect(lines[1]).not.toHaveProperty('requestId')
  })

  it('strikes out secrets, at the top and one level down', () => {
    const { log, lines } = recordLog()
    log.warn({ token: 'abc', headers: { authorization: 'Bearer x', host: 'h' } }, 'request.refused')
    expect(JSON.stringify(lines)).not.toMatch(/abc|Bearer/)
    expect(lines[0]).toMatchObject({ headers: { host: 'h' } })
  })

  it('tells an error by its kind and the lines it passed, whatever field it is in', () => {
    const { log, lines } = recordLog()
    log.error({ err: new RangeError('Ms Wang, 138 0013 8000'), why: new Error('Ms Wang again') }, 'request.failed')
    log.child({ of: 'a child' }).warn({ err: 'Ms Wang thrown as she is' }, 'request.failed')
    expect(lines[0]).toMatchObject({ err: { type: 'RangeError' }, why: { type: 'Error' } })
    expect(lines[0]).toMatchObject({ err: { at: expect.arrayContaining([expect.stringContaining('log.test')]) } })
    expect(lines[1]).toMatchObject({ err: { type: 'string' } })
    expect(JSON.stringify(lines)).not.toMatch(/Wang|8000/)
  })
})
