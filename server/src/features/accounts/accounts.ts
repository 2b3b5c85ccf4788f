// The parts of this feature together with what it keeps in memory: what every verb is given.
import type { Expectations } from './expectations.ts'
import type { InboxDirectory } from './inbox-directory.ts'
import type { AccountsParts } from './parts.ts'
import type { Principals } from './principals.ts'
import type { Sessions } from './sessions.ts'

export interface Accounts extends AccountsParts {
  readonly sessions: Sessions
  readonly principals: Principals
  readonly directory: InboxDirectory
  readonly expectations: Expectations
}
