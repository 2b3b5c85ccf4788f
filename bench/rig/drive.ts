// Runs the generator process and reads everybody's CPU around each run.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Figure } from '../measure.ts'
import { round } from '../measure.ts'
import { type CpuReading, readCpu } from './cpu.ts'
import type { GeneratorOrder, GeneratorReply, RunOrder } from './generator.ts'
import type { ServerUnderTest } from './start-server.ts'
import { IN_TIME_MS, type Result } from './tally.ts'

export interface Measured {
  readonly result: Result
  readonly figure: Figure
}
export interface Driver {
  run(order: Omit<RunOrder, 't'>): Promise<Measured>
  stop(): void
}

const program = fileURLToPath(new URL('./generator.ts', import.meta.url))

const next = (child: ChildProcess, wanted: GeneratorReply['t']): Promise<GeneratorReply> =>
  new Promise((done, fail) => {
    const listen = (reply: GeneratorReply) => {
      if (reply.t !== wanted && reply.t !== 'failed') return
      child.off('message', listen)
      child.off('exit', ended)
      if (reply.t === 'failed') fail(new Error(`the generator failed: ${reply.reason}`))
      else done(reply)
    }
    const ended = () => fail(new Error('the generator ended'))
    child.on('message', listen)
    child.once('exit', ended)
  })

const shareOf = (before: CpuReading, after: CpuReading, done: { inquiries: number; wallMs: number }): Figure =>
  Object.fromEntries(
    (['server', 'postgres', 'generator'] as const).flatMap((who) => {
      const ms = after[who] - before[who]
      return [
        [`${who}UsPerInquiry`, Math.round((ms * 1000) / done.inquiries)],
        [`${who}Cores`, round(ms / done.wallMs)],
      ]
    }),
  )

export const passed = ({ offered, inTime, answerP99 }: Result): boolean =>
  answerP99 !== null && answerP99 <= IN_TIME_MS && inTime >= 0.99 * offered

export const startDriver = async (server: ServerUnderTest): Promise<Driver> => {
  const child = fork(program, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const put = (order: GeneratorOrder) => child.send(order)
  const onExit = () => child.kill()
  process.once('exit', onExit)
  const serving = next(child, 'serving')
  put({ t: 'serve', url: server.url, inboxes: server.inboxes })
  await serving
  const read = () => readCpu({ server: server.pid, postmaster: server.postgresPid(), generator: child.pid! })
  return {
    run: async (order) => {
      const started = next(child, 'started')
      const finished = next(child, 'result')
      // Looked at below; it must not count as unhandled when starting fails.
      finished.catch(() => undefined)
      put({ t: 'run', ...order })
      await started
      const before = read()
      const reply = (await finished) as Extract<GeneratorReply, { t: 'result' }>
      const { result, retired, wallMs } = reply
      const cpu = shareOf(before, read(), { inquiries: result.offered, wallMs })
      const { conversations, rate, seconds } = order
      return { result, figure: { conversations, rate, seconds, ...result, ...cpu, retired } }
    },
    stop: () => {
      process.off('exit', onExit)
      child.kill()
    },
  }
}
