// Ctrl-C and its like: one is enough, a repeated one is heard, and none leaves a PostgreSQL behind.

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Ctrl-C reaches us from the terminal and again from npm within milliseconds; a later one is a person's. */
const AGAIN_AFTER_MS = 1_500
/** What has not ended by then is left: everything acknowledged is committed, and the next start adopts PostgreSQL. */
const PATIENCE_MS = 20_000

/**
 * From now on a signal waits for `started`, calls what it answers and ends the process with code 0.
 * `told` is true from the first signal on.
 */
export const stopOnSignals = (
  started: Promise<() => Promise<void>>,
  say: (text: string) => void,
): { readonly told: boolean } => {
  let since: number | undefined
  const leave = (code: number, text?: string): never => {
    if (text !== undefined) say(text)
    process.exit(code)
  }
  const end = () => {
    if (since !== undefined) {
      if (performance.now() - since > AGAIN_AFTER_MS) leave(1, 'Left at once. The next start tidies up.')
      return
    }
    since = performance.now()
    say('Stopping: finishing what is under way…')
    setTimeout(() => leave(1, 'Not everything ended in time. The next start tidies up.'), PATIENCE_MS).unref()
    started
      .then((stop) => stop())
      .then(
        () => leave(0, 'Stopped.'),
        (error: unknown) => leave(1, String(error)),
      )
  }
  for (const signal of SIGNALS) process.on(signal, end)
  return {
    get told() {
      return since !== undefined
    },
  }
}
