// What the bot's turn must look like before it is stored: its fault must never become the customer's.
import { Part, Source } from '@ballast/contract/parts'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'

const parts = Compile(Type.Array(Part, { maxItems: 19 }))
const sources = Compile(Type.Array(Source))

type Said = { readonly parts: readonly Part[]; readonly sources: readonly Source[] }
export const isSayable = (result: Said): boolean => parts.Check(result.parts) && sources.Check(result.sources)
