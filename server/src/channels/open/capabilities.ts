// JSON carries every part there is; beside them a plain text is sent for entries that show text only.
import { MAX_TEXT } from '@ballast/contract'
import { ALWAYS_OPEN, capabilities as declare } from '../kit/index.ts'

export const capabilities = declare({
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
