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
  webhookSeconds: {
    doc: 'How long a webhook of an inbox may take to answer, in seconds. What a killed process was sending is sent again after three times as long.',
    schema: Type.Integer({ minimum: 1, maximum: 60 }),
    default: 15,
    env: 'WEBHOOK_TIMEOUT_SECONDS',
  },
})
