// Tells the other side that somebody is writing: at most once in three seconds, and that it stopped.
import { useEffect, useMemo } from 'react'
import { useLive } from '../live/desk-line.ts'

const EVERY_MS = 3_000
const QUIET_MS = 4_000

export const useTypingFrames = (conversationId: string, told: boolean): ((writing: boolean) => void) => {
  const { line } = useLive()
  const typing = useMemo(() => {
    let saidAt = 0
    let quiet: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(quiet)
      if (saidAt > 0) line.send({ t: 'typing', conversationId, on: false })
      saidAt = 0
    }
    const write = (writing: boolean) => {
      if (!told) return
      if (!writing) return stop()
      clearTimeout(quiet)
      quiet = setTimeout(stop, QUIET_MS)
      if (Date.now() - saidAt < EVERY_MS) return
      saidAt = Date.now()
      line.send({ t: 'typing', conversationId, on: true })
    }
    return { write, stop }
  }, [line, conversationId, told])
  useEffect(() => typing.stop, [typing])
  return typing.write
}
