// Runs one act against the server and says how it went.
import { explain } from '../app/explain.ts'
import { toast } from './toasts.tsx'

/** The reply, or null after a refusal that was shown. */
export const act = async <T>(run: () => Promise<T>, done?: string): Promise<T | null> => {
  try {
    const reply = await run()
    if (done !== undefined) toast(done)
    return reply
  } catch (error) {
    toast(explain(error), { tone: 'problem' })
    return null
  }
}
