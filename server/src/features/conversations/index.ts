// The door. `Conversations` is every verb, bound to its parts; the rest is what later features need to speak with it.
export { type Conversations, createConversations } from './create-conversations.ts'
export { type Committed, type ConversationParts, WAKE_JOB } from './parts.ts'
export type { Listener } from './receive.ts'
export type { Utterance } from './recent.ts'
export { conversationForCustomer, messageForCustomer } from './rules/for-customer.ts'
export { sameParts, tidyJson, tidyParts } from './rules/tidy.ts'
