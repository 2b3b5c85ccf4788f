// Settings of this feature.
import { Type } from 'typebox'
import { defineConfig } from '../../platform/config/define-config.ts'

export const deliveryConfig = defineConfig({
  allowPrivateWebhooks: {
    doc: 'Let webhooks of inboxes lead into private networks and to this machine. Only where every workspace is your own.',
    schema: Type.Boolean(),
    default: false,
    env: 'ALLOW_PRIVATE_WEBHOOKS',
  },
})
