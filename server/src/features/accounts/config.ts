// Settings of this feature.
import { Type } from 'typebox'
import { defineConfig } from '../../platform/config/define-config.ts'

export const accountsConfig = defineConfig({
  sessionIdleMinutes: {
    doc: 'Minutes after which a colleague who did nothing is signed out. Thirty days end every session.',
    schema: Type.Integer({ minimum: 5, maximum: 43_200 }),
    default: 720,
    env: 'SESSION_IDLE_MINUTES',
  },
})
