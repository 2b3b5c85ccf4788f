// The visitor's signed token was checked when the socket opened; a frame carries no signature of its own.
import type { RawRequest } from '../kit/index.ts'

export const verify = (request: RawRequest): { verified: true } | { refused: string } =>
  request.contactId === undefined || request.contactId === '' ? { refused: 'token.invalid' } : { verified: true }
