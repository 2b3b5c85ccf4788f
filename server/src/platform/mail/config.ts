// Settings of outgoing mail.
import { Type } from 'typebox'
import { type ConfigOf, defineConfig } from '../config/define-config.ts'

export const mailConfig = defineConfig({
  smtpUrl: {
    doc: 'Mail server that customers’ transcripts go through, such as smtp://user:password@mail.example:587; smtps:// speaks TLS from the first byte. Needs MAIL_FROM. Unset: no mail is sent.',
    schema: Type.String({ pattern: '^smtps?://[^\\s]+$' }),
    env: 'SMTP_URL',
    secret: true,
  },
  from: {
    doc: 'Address that mail of this server comes from, such as support@shop.example.',
    schema: Type.String({ pattern: '^[^\\s@<>",;:]+@[^\\s@<>",;:]+$', maxLength: 254 }),
    env: 'MAIL_FROM',
  },
})
export type MailConfig = ConfigOf<typeof mailConfig>
