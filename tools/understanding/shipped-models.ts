// Where the shipped models lie, and reading them.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Shipped, shippedFromBytes } from '../../understanding/src/shipped.ts'

export const SHIPPED_FILE = fileURLToPath(new URL('../../understanding/models/shipped.bin', import.meta.url))

export const readShipped = (): Shipped => shippedFromBytes(readFileSync(SHIPPED_FILE))
