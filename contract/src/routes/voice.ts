// The voice of the brand: how the bot says what it says, for the whole workspace, one channel or one inbox.
import { type Static, Type } from 'typebox'
import { Closed, Instant, OneOf, Text } from '../primitives.ts'
import { route } from '../route.ts'

const Nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])
/** One text for each language the bot writes; an empty one is not said. */
const Lines = Closed({ zh: Text(200), en: Text(200) })

export const TONES = ['plain', 'warm', 'formal'] as const
/** `written`: as it stands. `live`: spoken into a live room, very short. `phone`: read out to one person, short. */
export const MANNERS = ['written', 'live', 'phone'] as const

export const Voice = Closed({
  nickname: Nullable(
    Text(60, { minLength: 1, description: 'What the bot calls itself; null: the name of the inbox.' }),
  ),
  tone: OneOf(TONES),
  manner: OneOf(MANNERS),
  emoji: Closed({
    use: OneOf(['as-written', 'off', 'on'] as const),
    which: Type.Array(Text(16, { minLength: 1 }), { maxItems: 10, description: 'With `on`: the only ones used.' }),
  }),
  forbidden: Type.Array(
    Closed({
      word: Text(40, { minLength: 1 }),
      instead: Nullable(Text(60, { description: 'Null: a person takes over rather than say it.' })),
    }),
    { maxItems: 500 },
  ),
  greeting: Lines,
  closing: Lines,
  scripts: Type.Array(
    Closed({ language: OneOf(['zh', 'en'] as const), text: Text(200, { minLength: 1 }), from: Instant, to: Instant }),
    { maxItems: 50, description: 'Said with the first answer of a conversation while they hold; `to` is exclusive.' },
  ),
})
export type Voice = Static<typeof Voice>

/** Changes nothing of what is said. */
export const PLAIN_VOICE: Voice = {
  nickname: null,
  tone: 'plain',
  manner: 'written',
  emoji: { use: 'as-written', which: [] },
  forbidden: [],
  greeting: { zh: '', en: '' },
  closing: { zh: '', en: '' },
  scripts: [],
}

export const VoiceScope = Type.String({
  pattern: '^(all|channel:[a-z][a-z0-9-]{0,31}|inbox:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$',
  description: '`all`, `channel:<id>` or `inbox:<id>`. The most particular one speaks alone.',
})
export const ScopedVoice = Closed({
  scope: VoiceScope,
  voice: Voice,
  version: Type.Integer({ minimum: 1 }),
  updatedAt: Instant,
})
export type ScopedVoice = Static<typeof ScopedVoice>

const tag = 'Knowledge'
export const listVoices = route({
  name: 'listVoices',
  method: 'GET',
  path: '/api/voices',
  tag,
  summary: 'How the bot speaks: for everybody, by channel and by inbox. Where nothing is set it speaks plainly.',
  access: 'knowledge.read',
  reply: Closed({ voices: Type.Array(ScopedVoice) }),
  problems: [],
})
export const saveVoice = route({
  name: 'saveVoice',
  method: 'PUT',
  path: '/api/voices/:scope',
  tag,
  summary: 'Set how the bot speaks in one scope, or with null leave it to the wider one. It counts from the next turn.',
  access: 'knowledge.write',
  params: Closed({ scope: VoiceScope }),
  body: Closed({
    baseVersion: Type.Integer({ minimum: 0, description: 'The version it was written from; 0: there was none.' }),
    voice: Nullable(Voice),
  }),
  reply: Closed({ voice: Nullable(ScopedVoice) }),
  problems: ['inbox.unknown', 'voice.changed', 'voice.states-facts', 'voice.script-ends-first'],
})
export const previewVoice = route({
  name: 'previewVoice',
  method: 'POST',
  path: '/api/voices/preview',
  tag,
  summary: 'How the bot would say a text in a voice, saved or not. Nothing is stored.',
  access: 'knowledge.read',
  body: Closed({
    voice: Voice,
    language: OneOf(['zh', 'en'] as const),
    text: Text(2000, { minLength: 1 }),
    moment: OneOf(['greeting', 'first', 'later', 'bye'] as const),
  }),
  reply: Closed({
    said: Nullable(Text(4000)),
    refused: Nullable(
      OneOf(['forbidden', 'voice.states-facts', 'voice.script-ends-first'] as const, {
        description: 'forbidden: a word that is never said; a person takes over.',
      }),
    ),
  }),
  problems: [],
})
