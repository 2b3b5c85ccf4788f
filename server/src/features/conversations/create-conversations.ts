// Every verb over conversations, bound to its parts.
import { answer } from './answer.ts'
import { applyPlatformReceipt, applyReceipt, noteExternalId } from './apply-receipt.ts'
import { changeIdOf, timedIdOf } from './change-id.ts'
import { correctMeaning } from './correct-meaning.ts'
import { countAll } from './count-all.ts'
import { edit } from './edit.ts'
import { findSeen, readStored } from './find-stored.ts'
import { forgetPerson } from './forget-person.ts'
import { handBack } from './hand-back.ts'
import { handOver } from './hand-over.ts'
import { judge } from './judge.ts'
import { countConversations, listContactConversations, listConversations } from './list.ts'
import { listSavedViews } from './list-views.ts'
import { markRead } from './mark-read.ts'
import { mergeContacts } from './merge.ts'
import { readOpenTurn } from './open-turn.ts'
import type { ConversationParts } from './parts.ts'
import { rate } from './rate.ts'
import { currentConversation, listMessages, mustSee, readConversation, seesContact } from './read.ts'
import { readForDelivery, readFrame } from './read-inside.ts'
import { readQueue } from './read-queue.ts'
import { recall } from './recall.ts'
import { askForPerson, receive } from './receive.ts'
import { recentUtterances } from './recent.ts'
import { createRecentMessages } from './recent-messages.ts'
import { removeView } from './remove-view.ts'
import { reopen } from './reopen.ts'
import { reply } from './reply.ts'
import { resolve } from './resolve.ts'
import { saveView } from './save-view.ts'
import { snooze, wake } from './snooze.ts'
import { take } from './take.ts'
import { transfer } from './transfer.ts'
import { updateCall } from './update-call.ts'
import { withFiles } from './with-files.ts'

type Bound<F> = F extends (parts: infer _P, ...rest: infer A) => infer R ? (...rest: A) => R : never
type Verb = (parts: ConversationParts, ...rest: never[]) => unknown

const VERBS = {
  answer,
  applyPlatformReceipt,
  applyReceipt,
  askForPerson,
  changeIdOf,
  correctMeaning,
  countAll,
  countConversations,
  currentConversation,
  edit,
  findSeen,
  forgetPerson,
  handBack,
  handOver,
  judge,
  listContactConversations,
  listConversations,
  listMessages,
  listSavedViews,
  markRead,
  mergeContacts,
  mustSee,
  noteExternalId,
  rate,
  readConversation,
  readForDelivery,
  readFrame,
  readOpenTurn,
  readQueue,
  readStored,
  recall,
  receive,
  recentUtterances,
  removeView,
  reopen,
  reply,
  resolve,
  saveView,
  seesContact,
  snooze,
  take,
  timedIdOf,
  transfer,
  updateCall,
  wake,
  withFiles,
} satisfies Record<string, Verb>

export type Conversations = { readonly [K in keyof typeof VERBS]: Bound<(typeof VERBS)[K]> }

/** `recent` bounds what is remembered of busy conversations. */
export const createConversations = (
  given: Omit<ConversationParts, 'recent'>,
  recent?: Parameters<typeof createRecentMessages>[0],
): Conversations => {
  const parts: ConversationParts = { ...given, recent: createRecentMessages(recent) }
  return Object.fromEntries(
    Object.entries(VERBS as Record<string, Verb>).map(([name, verb]) => [
      name,
      (...rest: never[]) => verb(parts, ...rest),
    ]),
  ) as unknown as Conversations
}
