// A real nats-server on loopback for tests.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

export interface RunningNats {
  readonly port: number
  /** Ends it at once (SIGKILL), as a power cut would. */
  kill(): Promise<void>
}

/** Why tests that need nats-server cannot run here; undefined when they can. */
export const natsServerMissing = (): string | undefined =>
  spawnSync('nats-server', ['--version']).error === undefined
    ? undefined
    : 'no nats-server on the PATH (https://github.com/nats-io/nats-server/releases)'

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => done(true))
    socket.once('error', () => done(false))
    socket.once('close', () => done(false))
    setTimeout(() => socket.destroy(), 500).unref()
  })

const waitFor = async (port: number, child: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error(`nats-server ended with ${child.exitCode}`)
    if (await answers(port)) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('nats-server did not answer within 5 s')
}

export const startNats = async (port: number): Promise<RunningNats> => {
  const child = spawn('nats-server', ['-a', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  await waitFor(port, child)
  return {
    port,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
