// The web widget needs no credentials: its keys belong to the inbox.
import { Type } from 'typebox'

export const settings = Type.Object({}, { additionalProperties: false })
