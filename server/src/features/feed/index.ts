// What was committed reaches the devices that may see it; what devices send reaches the verbs.
export { createDeskPresence, type DeskPresence } from './desk-presence.ts'
export { type FeedParts, startFanOut } from './fan-out.ts'
export { type LiveDoors, openLive } from './live.ts'
export { type LiveWiring, wireLive } from './live-wiring.ts'
export { publishCommitted } from './publish.ts'
export { type ReplayPage, replay } from './replay.ts'
export { deskRoom, deskRoomsOf, visitorRoom, watchRoom } from './rules/who-sees.ts'
