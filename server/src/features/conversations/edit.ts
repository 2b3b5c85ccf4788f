// Change the text of one's own message within 15 minutes.
import { type Part, problem, type Uuid } from '@ballast/contract'
import type { ConversationParts } from './parts.ts'
import { type Author, rewrite } from './rewrite.ts'
import { tidyParts } from './rules/tidy.ts'
import { authorOf, withFiles } from './with-files.ts'

export const edit = async (
  parts: ConversationParts,
  author: Author,
  wish: { readonly conversationId: Uuid; readonly messageId: Uuid; readonly parts: readonly Part[] },
) => {
  const said = tidyParts(wish.parts.filter((part) => part.kind !== 'system' && part.kind !== 'sources'))
  if ('refused' in said) throw problem(said.refused)
  const { conversationId, messageId } = wish
  const naming = { tenant: author.tenant, author: authorOf(author, conversationId), messageId }
  return rewrite(parts, author, { ...wish, parts: await withFiles(parts, naming, said.parts) })
}
