// What a person may be expected to do, asked again while somebody waits for one and looks at the page.
import type { Expectation } from '@ballast/contract/routes/visits'
import type { Store } from './store.ts'
import type { State } from './thread-state.ts'

const EVERY_MS = 30_000

const ask = async (token: string): Promise<Expectation | null> => {
  const reply = await fetch('/visit/expectation', {
    headers: { authorization: `Bearer ${token}` },
    credentials: 'omit',
  }).catch(() => null)
  return reply?.ok ? ((await reply.json()) as Expectation) : null
}

/** `looked`: the panel is on the screen. */
export const watchExpectation = (parts: {
  store: Store<State>
  token: () => string | null
  looked: () => boolean
}): { check(): void } => {
  const { store } = parts
  let timer: ReturnType<typeof setInterval> | undefined
  const look = async () => {
    const token = parts.token()
    const expectation = token === null ? null : await ask(token)
    if (expectation !== null) store.set((state) => ({ ...state, expectation }))
  }
  const check = () => {
    const wanted = store.get().conversation?.status === 'waiting' && parts.looked()
    if (wanted === (timer !== undefined)) return
    clearInterval(timer)
    timer = wanted ? setInterval(look, EVERY_MS) : undefined
    if (wanted) void look()
  }
  store.watch(check)
  document.addEventListener('visibilitychange', check)
  return { check }
}
