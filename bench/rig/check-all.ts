// After faults: every conversation is read twice from the beginning, as two new devices would, and inspected.
import type { Device } from './device.ts'
import { addFindings, type Findings, inspect } from './history.ts'
import { readHistory } from './read-history.ts'
import { sleep } from './steady-load.ts'

const AT_ONCE = 20
const STILL_MS = 700
const MOST_LOOKS = 60

export interface Checked extends Findings {
  readonly conversations: number
  readonly messages: number
}

/** Answers may still be on their way when the last send was acknowledged: read until two in a row are as long. */
const settled = async <T extends { readonly messages: readonly unknown[] }>(
  read: () => Promise<T>,
): Promise<[T, T]> => {
  let before = await read()
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    await sleep(STILL_MS)
    const now = await read()
    if (now.messages.length === before.messages.length) return [before, now]
    before = now
  }
  return [before, await read()]
}

export const checkAll = async (url: string, devices: readonly Device[]): Promise<Checked> => {
  const findings: Findings[] = []
  let messages = 0
  let conversations = 0
  const checkOne = async (device: Device) => {
    const conversationId = device.conversationId()
    if (conversationId === null) return
    const wish = { token: device.token, conversationId, afterSeq: 0 }
    const [first, second] = await settled(() => readHistory(url, wish))
    conversations++
    messages += first.messages.length
    findings.push(inspect(device.sent, first.messages, second.messages))
  }
  const queue = [...devices]
  const worker = async () => {
    for (let device = queue.pop(); device !== undefined; device = queue.pop()) await checkOne(device)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { ...addFindings(findings), conversations, messages }
}
