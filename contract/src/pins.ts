// Pins: a hash of what goes over the wire, next to its version number. Change one and the test says to bump the other.
import { FACT_DATA } from './facts.ts'
import { DESK_FRAMES, SERVER_FRAMES, VISITOR_FRAMES } from './live.ts'

/** JSON with sorted keys: the same schema gives the same text. */
const stable = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(stable).join(',')}]`
    : value !== null && typeof value === 'object'
      ? `{${Object.entries(value)
          .filter(([, one]) => one !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, one]) => `${JSON.stringify(key)}:${stable(one)}`)
          .join(',')}}`
      : JSON.stringify(value)

export const pinnedText = {
  live: () => stable({ VISITOR_FRAMES, DESK_FRAMES, SERVER_FRAMES }),
  facts: () => stable(FACT_DATA),
}
