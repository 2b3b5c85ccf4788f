// Settings of this feature.
import { Type } from 'typebox'
import { defineConfig } from '../../platform/config/define-config.ts'

export const knowledgeConfig = defineConfig({
  allowPrivateSites: {
    doc: 'Let sites that knowledge is read from lie in private networks and on this machine. Only where every workspace is your own.',
    schema: Type.Boolean(),
    default: false,
    env: 'ALLOW_PRIVATE_SITES',
  },
})
