// Settings of an open inbox: how the shop's entry proves itself, and where it wants to be called.
import { type Static, Type } from 'typebox'

const signing = { secret: true, pattern: '^whsec_[A-Za-z0-9+/]{22,200}={0,2}$' }

export const settings = Type.Object(
  {
    apiKey: Type.Optional(
      Type.String({
        title: 'API key',
        description: 'Your entry sends it as Authorization: Bearer. At least 24 characters that nobody can guess.',
        secret: true,
        minLength: 24,
        maxLength: 200,
      }),
    ),
    signingSecret: Type.Optional(
      Type.String({
        ...signing,
        title: 'Signing secret',
        description: 'whsec_ and base64. Signs our webhooks, and your requests where they carry no API key.',
      }),
    ),
    previousSigningSecret: Type.Optional(
      Type.String({
        ...signing,
        title: 'Previous signing secret',
        description: 'While you change the secret both are accepted, and our webhooks carry both signatures.',
      }),
    ),
    webhookUrl: Type.Optional(
      Type.String({
        title: 'Webhook address',
        description: 'Where we send replies and other events. Empty: your entry fetches them.',
        pattern: '^https?://[^\\s<>"]+$',
        maxLength: 2048,
      }),
    ),
    customerIds: Type.Optional(
      Type.Boolean({
        title: 'Trust external_id',
        description: 'external_id names the shop’s own customer, the same person as one signed in on the web.',
        default: false,
      }),
    ),
  },
  { additionalProperties: false },
)
export type Settings = Static<typeof settings>
