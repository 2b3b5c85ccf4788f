// Settings of this feature.
import { Type } from 'typebox'
import { defineConfig } from '../../platform/config/define-config.ts'

export const understandingConfig = defineConfig({
  encoderFolder: {
    doc: 'Folder with an encoder for emotion (`model.onnx`, `vocabulary.json`, `card.json`), weighed beside the built-in model. Unset: the built-in model alone. See `tools/understanding/encoder`.',
    schema: Type.String({ minLength: 1, maxLength: 1000 }),
    env: 'UNDERSTANDING_ENCODER',
  },
  encoderMilliseconds: {
    doc: 'How long a message may wait for the encoder, in milliseconds; after that the built-in model decides alone.',
    schema: Type.Integer({ minimum: 1, maximum: 1000 }),
    default: 30,
    env: 'UNDERSTANDING_ENCODER_MS',
  },
})
