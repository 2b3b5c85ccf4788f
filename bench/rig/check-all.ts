// After faults: every conversation is read twice from the beginning, as two new devices would, and inspected.
import type { Device } from './device.ts'
import { addFindings, type Findings, inspect } from './history.ts'
import { readHistory } from './read-history.ts'

const AT_ONCE = 20

export interface Checked extends Findings {
  readonly conversations: number
  readonly messages: number
}

export const checkAll = async (url: string, devices: readonly Device[]): Promise<Checked> => {
  const findings: Findings[] = []
  let messages = 0
  let conversations = 0
  const checkOne = async (device: Device) => {
    const conversationId = device.conversationId()
    if (conversationId === null) return
    const wish = { token: device.token, conversationId, afterSeq: 0 }
    const first = await readHistory(url, wish)
    const second = await readHistory(url, wish)
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
