// Settings of the secrets.
import { Type } from 'typebox'
import { defineConfig } from '../config/define-config.ts'

export const secretsConfig = defineConfig({
  rootKey: {
    doc: 'The key above all keys: 32 bytes in base64 (`openssl rand -base64 32`). Unset: made once and kept in the data folder as secrets/root.key. Whoever loses it loses every conversation; back it up apart from the database.',
    schema: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }),
    env: 'ROOT_KEY',
    secret: true,
  },
})
