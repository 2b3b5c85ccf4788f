// What of a message goes into a letter: words, and what stands for the rest. Buttons and sources are for the screen.
import type { Message, Part } from '@ballast/contract'
import { asText } from '../../channels/kit/as-text.ts'
import type { Language } from './rules/transcript.ts'

const MEDIA = {
  image: { zh: '图片', en: 'picture' },
  file: { zh: '文件', en: 'file' },
  audio: { zh: '语音', en: 'voice message' },
  video: { zh: '视频', en: 'video' },
} as const

const partText = (part: Part, language: Language): string => {
  switch (part.kind) {
    case 'image':
    case 'file':
    case 'audio':
    case 'video': {
      const kind = MEDIA[part.kind][language]
      const name = part.name === undefined ? kind : `${kind}: ${part.name}`
      const spoken = part.kind === 'audio' && part.transcript !== undefined ? `\n${part.transcript}` : ''
      return `[${name}]${spoken}`
    }
    case 'quick-replies':
    case 'buttons':
    case 'sources':
      return ''
    default:
      return asText(part)
  }
}

/** Empty: nothing to put into a letter (lines of the house, what was taken back). */
export const wordsOf = ({ parts, recalled, note }: Message, language: Language): string =>
  recalled || note
    ? ''
    : parts
        .map((part) => partText(part, language))
        .filter((text) => text.trim() !== '')
        .join('\n')
