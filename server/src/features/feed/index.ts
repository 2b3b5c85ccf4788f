// What was committed reaches the devices that may see it.
export { type FeedParts, startFanOut } from './fan-out.ts'
export { publishCommitted } from './publish.ts'
export { type ReplayPage, replay } from './replay.ts'
export { deskRoom, deskRoomsOf, visitorRoom, watchRoom } from './rules/who-sees.ts'
