// How a text would sound in a voice that may not be saved yet. Pure.
import type { Reply } from '@ballast/contract'
import type { previewVoice as previewRoute, Voice } from '@ballast/contract/routes/voice'
import { applyVoice, type Language, type Speaking } from './apply-voice.ts'
import { decideVoice } from './decide-voice.ts'

const LONGEST = 4_000

export interface Tried {
  readonly voice: Voice
  readonly language: Language
  readonly text: string
  readonly moment: Speaking['moment']
}

export const previewVoice = (
  { voice, language, text, moment }: Tried,
  /** Epoch ms. */
  now: number,
): Reply<typeof previewRoute> => {
  const refusal = decideVoice(voice)
  if (refusal !== null) return { said: null, refused: refusal.refused }
  const voiced = applyVoice([{ kind: 'text', text }], voice, { language, now, moment })
  if ('refused' in voiced) return { said: null, refused: voiced.refused }
  const said = voiced.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n')
  return { said: said.slice(0, LONGEST), refused: null }
}
