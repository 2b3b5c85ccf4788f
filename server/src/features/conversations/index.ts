// The door. `conversations` holds the verbs over parts given once; the rest is what later features need to speak with it.
export { changeIdOf, onReusedId } from './change-id.ts'
export { type Conversations, createConversations } from './create-conversations.ts'
export { type Committed, type ConversationParts, type StaffSide, WAKE_JOB } from './parts.ts'
export { createRecentMessages } from './recent-messages.ts'
export { sameParts, tidyJson, tidyParts } from './rules/tidy.ts'
