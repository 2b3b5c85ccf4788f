// Turn a code off, or on again. Its page says so; what is printed stays what it is.
import type { Actor, HelpParts } from './parts.ts'
import { type HelpCode, readHelp } from './shown-codes.ts'
import { switchCode } from './store.ts'

/** Twice is no error. @throws Problem help.not-found */
export const switchHelp = async (
  parts: HelpParts,
  { tenant, staffId }: Actor,
  { locale, ...wanted }: { readonly code: string; readonly on: boolean; readonly locale: string },
): Promise<HelpCode> => {
  await parts.database.as(tenant, async (tx) => {
    const subject = await switchCode(tx, tenant, wanted)
    if (subject === null) return
    const data = { to: wanted.on ? 'on' : 'off', ...(staffId === undefined ? {} : { byStaffId: staffId }) } as const
    const at = parts.clock.now()
    await parts.appendFacts(tx, [{ id: parts.ids.uuid(), tenant, type: 'help.changed', subject, at, data }])
  })
  const [code] = await readHelp(parts, { tenant, locale }, [wanted.code])
  return code!
}
