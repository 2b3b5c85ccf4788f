// A message in the voice of the brand. Pure. What the text claims (sums, days, shares) keeps its characters, and cards and
// sources are not looked at: a voice says things differently, never other things. The guard reads what comes out.
import type { Part } from '@ballast/contract/parts'
import { PLAIN_VOICE, type Voice } from '@ballast/contract/routes/voice'
import { withEmoji } from './emoji.ts'
import { forbid } from './forbidden.ts'
import { inManner } from './manner.ts'
import { inTone } from './tone.ts'

export type Language = 'zh' | 'en'
export interface Speaking {
  readonly language: Language
  /** Epoch ms. */
  readonly now: number
  /** `greeting`: the message is nothing else; `first`: the first of a conversation; `bye`: the last words. */
  readonly moment: 'greeting' | 'first' | 'later' | 'bye'
}
/** `forbidden`: a word that is never said and has no other for it; a person takes over. */
export type Voiced = { readonly parts: readonly Part[] } | { readonly refused: 'forbidden' }

/** The brand's own lines of this moment: written by people, checked when they were saved. */
export const ownLines = (voice: Voice, { language, now, moment }: Speaking): { before: string[]; after: string[] } => {
  const begins = moment === 'greeting' || moment === 'first'
  const script = voice.scripts.find(
    (one) => one.language === language && Date.parse(one.from) <= now && now < Date.parse(one.to),
  )
  return {
    before: begins && voice.greeting[language] !== '' ? [voice.greeting[language]] : [],
    after: [
      ...(begins && script !== undefined ? [script.text] : []),
      ...(moment === 'bye' && voice.closing[language] !== '' ? [voice.closing[language]] : []),
    ],
  }
}

const isPlain = (voice: Voice): boolean => voice === PLAIN_VOICE

/** The greeting of the brand stands for ours; before an answer it stands in front of it. */
const withOwnLines = (parts: readonly Part[], voice: Voice, speaking: Speaking): Part[] => {
  const { before, after } = ownLines(voice, speaking)
  const first = parts.findIndex((part) => part.kind === 'text')
  return parts.map((part, at) => {
    if (part.kind !== 'text' || at !== first) return part
    const said = speaking.moment === 'greeting' && before.length > 0 ? [] : [part.text]
    return { ...part, text: [...before, ...said, ...after].join('\n') }
  })
}

export const applyVoice = (parts: readonly Part[], voice: Voice, speaking: Speaking): Voiced => {
  if (isPlain(voice) || parts.length === 0) return { parts }
  const { language } = speaking
  const toned = parts.map((part) =>
    part.kind === 'text' ? { ...part, text: inTone(part.text, voice, language) } : part,
  )
  const short = inManner(toned, voice.manner, language)
  const own = withOwnLines(short, voice, speaking)
  const dressed = own.map((part) => (part.kind === 'text' ? { ...part, text: withEmoji(part.text, voice) } : part))
  const said: Part[] = []
  for (const part of dressed) {
    const clean = forbid(part, voice.forbidden)
    if (clean === null) return { refused: 'forbidden' }
    said.push(clean)
  }
  return { parts: said }
}
