// A value once its writer has paused: the server is not asked at every key.
import { useEffect, useState } from 'react'

const PAUSE_MS = 200

export const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
