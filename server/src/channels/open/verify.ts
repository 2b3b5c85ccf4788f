// The inbox's API key as bearer token, or a Standard Webhooks signature not older than five minutes.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { RawRequest } from '../kit/index.ts'
import type { Settings } from './settings.ts'

const TOLERANCE_MS = 300_000

type Verified = { verified: true } | { refused: string }
const refused: Verified = { refused: 'signature.invalid' }

const sameText = (a: string, b: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

const isSigned = (request: RawRequest, secrets: readonly string[], now: number): boolean => {
  const {
    'webhook-id': id = '',
    'webhook-timestamp': timestamp = '',
    'webhook-signature': given = '',
  } = request.headers
  if (id === '' || id.length > 256 || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now - Number(timestamp) * 1000) > TOLERANCE_MS) return false
  const signatures = given.split(' ').slice(0, 8)
  return secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(request.body).digest('base64')
    return signatures.filter((one) => sameText(one, `v1,${mac}`)).length > 0
  })
}

export const verify = (request: RawRequest, settings: Settings, now: number): Verified => {
  const bearer = /^bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) {
    return settings.apiKey !== undefined && sameText(bearer, settings.apiKey) ? { verified: true } : refused
  }
  const secrets = [settings.signingSecret, settings.previousSigningSecret].filter((secret) => secret !== undefined)
  return isSigned(request, secrets, now) ? { verified: true } : refused
}
