// Take one's own message back within 15 minutes.
import type { Uuid } from '@ballast/contract'
import type { ConversationParts } from './parts.ts'
import { type Author, rewrite } from './rewrite.ts'

export const recall = (
  parts: ConversationParts,
  author: Author,
  wish: { readonly conversationId: Uuid; readonly messageId: Uuid },
) => rewrite(parts, author, { ...wish, parts: null })
