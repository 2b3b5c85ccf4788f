// Sends what a device missed, page by page. The device is in its room before the first page is read, so that nothing
// falls between what is read and what is fanned out; what comes twice the client drops by sequence number.
import type { Uuid } from '@ballast/contract'
import type { LiveDevice, LiveParts, Staff, Visitor } from './live-parts.ts'

export interface ReplayWish {
  readonly principal: Visitor | Staff
  readonly conversationId: Uuid
  readonly afterSeq: number
  readonly pageSize: number
  /** Say nothing when nothing was missed. */
  readonly quiet?: boolean
}

export const sendReplay = async (
  parts: Pick<LiveParts, 'replay'>,
  device: Pick<LiveDevice, 'send' | 'closed'>,
  wish: ReplayWish,
): Promise<void> => {
  const { principal, conversationId, pageSize } = wish
  let afterSeq = wish.afterSeq
  while (!device.closed) {
    const page = await parts.replay(principal, { conversationId, afterSeq, limit: pageSize })
    const nothing = page.messages.length === 0 && page.lastSeq <= afterSeq
    const lastSeq = Math.max(page.lastSeq, afterSeq)
    const complete = page.complete || nothing
    if (!(nothing && wish.quiet))
      device.send({ t: 'replay', conversationId, afterSeq, messages: [...page.messages], lastSeq, complete })
    if (complete) return
    afterSeq = lastSeq
  }
}
