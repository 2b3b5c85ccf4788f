// What a channel can carry, as data. The default is NONE: a channel gains only what its author declared.
import { MAX_TEXT, type PartKind } from '@ballast/contract'
import { ALWAYS_OPEN, type ReplyWindow } from './reply-window.ts'

/** How a platform counts text: WeChat and Instagram count UTF-8 bytes, most others UTF-16 units or code points. */
export type TextUnit = 'utf16' | 'utf8' | 'code-points'

export interface Capabilities {
  /** Longest text of one message in `textUnit`; 0: no text at all. At least 4 when text is carried. */
  readonly maxTextLength: number
  readonly textUnit: TextUnit
  readonly parts: readonly PartKind[]
  /** Parts one platform message may hold; most platforms: 1. */
  readonly partsPerMessage: number
  /** The platform interprets Markdown, so `send` must escape plain text. */
  readonly markdown: boolean
  readonly edits: boolean
  readonly recalls: boolean
  readonly receipts: boolean
  readonly typing: boolean
  /** Most quick replies one message may offer, and the longest label in graphemes. */
  readonly quickReplies: { readonly max: number; readonly labelLength: number }
  readonly buttons: { readonly max: number; readonly labelLength: number }
  /** `mimes` holds full types (`image/png`) or families (`image/*`). */
  readonly attachments: { readonly maxBytes: number; readonly mimes: readonly string[] }
  readonly replyWindow: ReplyWindow
}

export const NONE: Capabilities = {
  maxTextLength: 0,
  textUnit: 'utf16',
  parts: [],
  partsPerMessage: 1,
  markdown: false,
  edits: false,
  recalls: false,
  receipts: false,
  typing: false,
  quickReplies: { max: 0, labelLength: 0 },
  buttons: { max: 0, labelLength: 0 },
  attachments: { maxBytes: 0, mimes: [] },
  replyWindow: [],
}

/** Declared abilities over NONE. */
export const capabilities = (declared: Partial<Capabilities>): Capabilities => ({ ...NONE, ...declared })

/** For entries whose format is our own: every part there is, at any time. Never for a platform with rules of its own. */
export const EVERYTHING: Capabilities = capabilities({
  maxTextLength: MAX_TEXT,
  textUnit: 'utf16',
  parts: [
    'text',
    'image',
    'file',
    'audio',
    'video',
    'product-card',
    'order-card',
    'return-card',
    'buttons',
    'quick-replies',
    'form',
    'location',
    'call',
    'system',
    'sources',
  ],
  partsPerMessage: 20,
  edits: true,
  recalls: true,
  receipts: true,
  typing: true,
  quickReplies: { max: 13, labelLength: 80 },
  buttons: { max: 10, labelLength: 80 },
  attachments: { maxBytes: 1_000_000_000, mimes: ['*/*'] },
  replyWindow: ALWAYS_OPEN,
})

/** Contradictions an author can write; empty when the declaration is sound. */
export const faultsOf = (able: Capabilities): string[] => {
  const faults: string[] = []
  const carries = (kind: PartKind) => able.parts.includes(kind)
  if (carries('text') !== able.maxTextLength > 0) faults.push('parts has text exactly when maxTextLength is over 0')
  if (able.maxTextLength > 0 && able.maxTextLength < 4) faults.push('maxTextLength must be at least 4')
  if (carries('buttons') !== able.buttons.max > 0) faults.push('parts has buttons exactly when buttons.max is over 0')
  if (carries('quick-replies') !== able.quickReplies.max > 0)
    faults.push('parts has quick-replies exactly when quickReplies.max is over 0')
  const media = (['image', 'file', 'audio', 'video'] as const).some(carries)
  if (media !== able.attachments.maxBytes > 0) faults.push('media parts need attachments.maxBytes, and only they do')
  if (able.partsPerMessage < 1) faults.push('partsPerMessage is at least 1')
  if (able.replyWindow !== ALWAYS_OPEN && able.parts.length > 0 && able.replyWindow.length === 0)
    faults.push('a channel that sends needs a reply window: ALWAYS_OPEN or its rules')
  return faults
}
