// Code that few visitors need, fetched when it is wanted. Without a line nothing happens; the next wish tries again.
import { useEffect, useState } from 'preact/hooks'

export const useLoaded = <T extends object>(wanted: boolean, load: () => Promise<T>): T | null => {
  const [loaded, setLoaded] = useState<T | null>(null)
  useEffect(() => {
    if (!wanted || loaded !== null) return
    let here = true
    load().then(
      (module) => here && setLoaded(module),
      () => undefined,
    )
    return () => {
      here = false
    }
    // `load` is written in place and new at every drawing.
  }, [wanted, loaded])
  return wanted ? loaded : null
}
