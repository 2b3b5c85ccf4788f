// `npm run understand:train`: teaches the models that ship and writes them to understanding/models.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { shippedToBytes } from '../understanding/src/shipped.ts'
import { readShipped, SHIPPED_FILE } from './understanding/shipped-models.ts'

const began = performance.now()
const bytes = shippedToBytes()
mkdirSync(dirname(SHIPPED_FILE), { recursive: true })
writeFileSync(SHIPPED_FILE, bytes)
const { intents, sayings } = readShipped()
const seconds = Number(((performance.now() - began) / 1000).toFixed(1))
process.stdout.write(
  `${JSON.stringify({ bytes: bytes.length, intents: intents.labels.length, version: intents.version, sayings, seconds })}\n`,
)
