// What a colleague does to clusters: ignore, name, put two together, take questions out; each with its way back.
import i18next from 'i18next'
import { server } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { toast } from '../ui/toasts.tsx'
import { type Cluster, growthChanged } from './growth-data.ts'

const t = i18next.t.bind(i18next)
const undo = (run: () => Promise<unknown>) => ({
  label: t('do.undo'),
  run: () => void act(run, t('did.undone')).then(growthChanged),
})
const ignore = (clusterId: string, on: boolean) =>
  server.dismissCluster({ params: { clusterId }, body: on ? {} : { on: false } })

export const ignoreGap = async ({ id, name }: Cluster): Promise<boolean> => {
  const done = await act(() => ignore(id, true))
  growthChanged()
  if (done !== null) toast(t('growth.didIgnore', { name }), { act: undo(() => ignore(id, false)) })
  return done !== null
}
export const openAgain = async ({ id }: Cluster): Promise<void> => {
  await act(() => ignore(id, false), t('growth.didOpen'))
  growthChanged()
}

const name = (clusterId: string, words: string) =>
  server.renameCluster({ params: { clusterId }, body: { name: words } })
export const renameGap = async (before: Cluster, words: string): Promise<boolean> => {
  const done = await act(() => name(before.id, words))
  growthChanged()
  if (done !== null) toast(t('growth.didRename'), { act: undo(() => name(before.id, before.named ? before.name : '')) })
  return done !== null
}

/** Taken apart again, the other one has its name back if somebody gave it one. */
const takeApart = async (into: Cluster, other: Cluster, moved: readonly string[]) => {
  const params = { clusterId: into.id }
  const { cluster } = await server.splitCluster({ params, body: { questionIds: [...moved] } })
  if (other.named) await name(cluster.id, other.name)
  if (!into.named) await name(into.id, '')
}
export const mergeGaps = async (into: Cluster, other: Cluster): Promise<boolean> => {
  const done = await act(() => server.mergeClusters({ params: { clusterId: into.id }, body: { from: other.id } }))
  growthChanged()
  if (done === null) return false
  const back = undo(() => takeApart(into, other, done.moved))
  toast(t('growth.didMerge', { name: other.name }), done.moved.length > 0 ? { act: back } : {})
  return true
}

/** Answers the cluster they are in now. */
export const takeOut = async (from: Cluster, questionIds: readonly string[]): Promise<string | null> => {
  const params = { clusterId: from.id }
  const done = await act(() => server.splitCluster({ params, body: { questionIds: [...questionIds] } }))
  growthChanged()
  if (done === null) return null
  const together = () => server.mergeClusters({ params: { clusterId: from.id }, body: { from: done.cluster.id } })
  toast(t('growth.didSplit', { count: questionIds.length }), { act: undo(together) })
  return done.cluster.id
}
