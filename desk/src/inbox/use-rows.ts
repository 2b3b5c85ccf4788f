// One list as a component sees it: what it holds, and a number that grows when that changes.
import { useEffect, useSyncExternalStore } from 'react'
import { lists } from './here.ts'
import type { ListKey } from './lists.ts'
import { selection } from './selection.ts'

export const useRows = (key: ListKey) => {
  const list = lists.open(key)
  const version = useSyncExternalStore(list.listen, list.version)
  // A chosen row that leaves the list is no longer chosen; another list begins with none.
  useEffect(() => {
    const stop = list.onRemoved(selection.remove)
    return () => {
      stop()
      selection.clear()
    }
  }, [list])
  return { list, version }
}
