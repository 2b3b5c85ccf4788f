// Code that few visitors need, fetched when it is wanted. Without a line it comes with the next one.
import { useEffect, useState } from 'preact/hooks'

export const useLoaded = <T extends object>(wanted: boolean, load: () => Promise<T>): T | null => {
  const [loaded, setLoaded] = useState<T | null>(null)
  useEffect(() => {
    if (!wanted || loaded !== null) return
    let here = true
    const go = () =>
      void load().then(
        (module) => here && setLoaded(module),
        () => undefined,
      )
    go()
    addEventListener('online', go)
    return () => {
      here = false
      removeEventListener('online', go)
    }
    // `load` is written in place and new at every drawing.
  }, [wanted, loaded])
  return wanted ? loaded : null
}
