// Settings of the bus.
import { Type } from 'typebox'
import { defineConfig } from '../config/define-config.ts'

export const busConfig = defineConfig({
  natsServers: {
    doc: 'NATS servers that connect several processes, as host:port. Empty: one process, no NATS needed.',
    schema: Type.Array(Type.String()),
    default: [],
    env: 'NATS_SERVERS',
  },
  natsUser: { doc: 'User name at NATS.', schema: Type.String(), env: 'NATS_USER' },
  natsPassword: { doc: 'Password at NATS.', schema: Type.String(), env: 'NATS_PASSWORD', secret: true },
  natsToken: {
    doc: 'Token at NATS, instead of user and password.',
    schema: Type.String(),
    env: 'NATS_TOKEN',
    secret: true,
  },
})
