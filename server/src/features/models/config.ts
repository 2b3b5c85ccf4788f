// Settings of this feature.
import { Type } from 'typebox'
import { defineConfig } from '../../platform/config/define-config.ts'

export const modelsConfig = defineConfig({
  allowPrivateModels: {
    doc: 'Let language models answer over plain http, from private networks and from this machine (vLLM, Ollama). Only where every workspace is your own.',
    schema: Type.Boolean(),
    default: false,
    env: 'ALLOW_PRIVATE_MODELS',
  },
  firstWordsMs: {
    doc: 'How long a language model may take to its first words, ms. After that the answer is given without it.',
    schema: Type.Integer({ minimum: 50, maximum: 14_000 }),
    default: 4_000,
    env: 'MODEL_FIRST_WORDS_MS',
  },
  wholeAnswerMs: {
    doc: 'How long a language model may take to the end of an answer, ms. After that the answer is given without it.',
    schema: Type.Integer({ minimum: 100, maximum: 15_000 }),
    default: 12_000,
    env: 'MODEL_WHOLE_ANSWER_MS',
  },
})
