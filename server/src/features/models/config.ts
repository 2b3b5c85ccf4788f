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
})
