// People: read masked, reveal with a reason, identify, merge, erase. Rows are born on the commit train with the first message.
export { absorb, lockPair } from './absorb.ts'
export { eraseContact } from './erase.ts'
export { openField, sealField } from './fields.ts'
export { type Identity, identify } from './identify.ts'
export { readContact } from './read.ts'
export { revealField } from './reveal.ts'
export { revive } from './revive.ts'
export { nameFor } from './rules/mask.ts'
