// Finds out whether a port can be had before anything is started, and says in the operator's words why not.
import { createServer } from 'node:net'

const REASONS: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) =>
    `PORT ${port} is already in use, by another Ballast or another program. Stop it, or choose another one: PORT=${port === 65535 ? port - 1 : port + 1} npm start (PORT=0 takes any free one).`,
  EACCES: (port) => `PORT ${port} may not be used by this user. Choose one above 1023, such as PORT=8080.`,
  EADDRNOTAVAIL: (_, host) => `HOST ${host} is not an address of this machine. Leave HOST out to listen on 127.0.0.1.`,
  ENOTFOUND: (_, host) => `HOST ${host} is not known. Leave HOST out to listen on 127.0.0.1.`,
}

/** The error of a failed listen, in words that name the setting; any other error as it is. */
export const listenError = (error: unknown, port: number, host: string): unknown => {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
  return reason ? new Error(reason(port, host), { cause: error }) : error
}

/**
 * The port to use: the wanted one when it is free, a free one for 0. It is let go again, because sign-in links and
 * cookies must name the address before the server that will listen there is built.
 */
export const claimPort = (port: number, host: string): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', (error) => failed(listenError(error, port, host)))
    probe.listen(port, host, () => {
      const { port: had } = probe.address() as { port: number }
      probe.close(() => done(had))
    })
  })
