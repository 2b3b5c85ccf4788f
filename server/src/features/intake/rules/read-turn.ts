// What the bot's turn must look like before it is stored: its fault must never become the customer's.
import { type Message, Message as MessageSchema } from '@ballast/contract/conversation'
import { Part, Source } from '@ballast/contract/parts'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'

const parts = Compile(Type.Array(Part, { maxItems: 19 }))
const sources = Compile(Type.Array(Source))
const verdictSchema = Compile(MessageSchema.properties.verdict)

type Said = { readonly parts: readonly Part[]; readonly sources: readonly Source[] }
export const isSayable = (result: Said): boolean => parts.Check(result.parts) && sources.Check(result.sources)

/** A verdict that does not fit is dropped: it is a hint for colleagues, not the message. */
export const readVerdict = (verdict: object): NonNullable<Message['verdict']> | undefined => {
  const { language, intent, confidence, emotion, asksForPerson } = verdict as Record<string, unknown>
  const known = { language, intent, confidence, emotion, asksForPerson }
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  return verdictSchema.Check(given) ? (given as NonNullable<Message['verdict']>) : undefined
}
