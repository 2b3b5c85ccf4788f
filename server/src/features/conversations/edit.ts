// Change the text of one's own message within 15 minutes.
import { type Part, problem, type Uuid } from '@ballast/contract'
import type { ConversationParts } from './parts.ts'
import { type Author, rewrite } from './rewrite.ts'
import { tidyParts } from './rules/tidy.ts'

export const edit = (
  parts: ConversationParts,
  author: Author,
  wish: { readonly conversationId: Uuid; readonly messageId: Uuid; readonly parts: readonly Part[] },
) => {
  const said = tidyParts(wish.parts.filter((part) => part.kind !== 'system' && part.kind !== 'sources'))
  if ('refused' in said) throw problem(said.refused)
  return rewrite(parts, author, { ...wish, parts: said.parts })
}
