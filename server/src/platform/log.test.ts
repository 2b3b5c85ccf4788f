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

  it('keeps the stack of an error under err', () => {
    const { log, lines } = recordLog()
    log.error({ err: new Error('broken') }, 'request.failed')
    expect(lines[0]).toMatchObject({ err: { message: 'broken', stack: expect.stringContaining('log.test') } })
  })
})
