// Clusters of unanswered questions: how fast 10,000 are placed and one more, how long the longest of them keeps others
// waiting, and how well groups written by hand are found again (B-cubed).
import { background, readQuestion } from '../server/src/features/growth/background.ts'
import { type Clusters, createClusters } from '../server/src/features/growth/rules/clusters.ts'
import { questions } from '../understanding/src/similar/test/questions.ts'
import { crowd, JUDGE, LONELY, TUNE } from './clusters/groups.ts'
import { type Benchmark, quantile, round } from './measure.ts'

const naming = () => {
  let made = 0
  return () => `cluster ${made++}`
}

/** B-cubed: of a question's cluster how much is its group (precision), of its group how much is its cluster (recall). */
export const quality = (clusters: Clusters, groupOf: ReadonlyMap<string, number>) => {
  const sizes = Map.groupBy(groupOf.keys(), (id) => groupOf.get(id)!)
  let precision = 0
  let recall = 0
  for (const [id, group] of groupOf) {
    const members = clusters.members(clusters.clusterOf(id)!)
    const same = members.filter((other) => groupOf.get(other) === group).length
    precision += same / members.length
    recall += same / sizes.get(group)!.length
  }
  precision /= groupOf.size
  recall /= groupOf.size
  return {
    precision: round(precision, 3),
    recall: round(recall, 3),
    f1: round((2 * precision * recall) / (precision + recall), 3),
  }
}

/** One at a time, as customers ask, group after group all mixed. */
const asTheyCome = (groups: readonly (readonly string[])[]) => {
  const clusters = createClusters(background())
  const groupOf = new Map<string, number>()
  const newId = naming()
  const longest = Math.max(...groups.map((group) => group.length))
  for (let turn = 0; turn < longest; turn++)
    for (const [group, said] of groups.entries()) {
      const text = said[turn]
      if (text === undefined) continue
      groupOf.set(text, group)
      clusters.place({ id: text, sentence: readQuestion(text) }, newId)
    }
  for (const [at, text] of LONELY.entries()) {
    groupOf.set(text, 1000 + at)
    clusters.place({ id: text, sentence: readQuestion(text) }, newId)
  }
  return { clusters, groupOf }
}

/** Clusters where most of a group is together, whoever else is there. */
const found = (clusters: Clusters, groups: readonly (readonly string[])[]): number =>
  groups.filter((group) => {
    const sizes = Map.groupBy(group, (text) => clusters.clusterOf(text)!)
    return Math.max(...[...sizes.values()].map((some) => some.length)) * 2 > group.length
  }).length

const benchmark: Benchmark = async (report, options) => {
  for (const [name, groups] of Object.entries({ tune: TUNE, judge: JUDGE })) {
    const { clusters, groupOf } = asTheyCome(groups)
    const made = new Set([...groupOf.keys()].map((id) => clusters.clusterOf(id))).size
    report({
      name: `groups, ${name}`,
      questions: groupOf.size,
      groups: groups.length,
      found: found(clusters, groups),
      clusters: made,
      ...quality(clusters, groupOf),
    })
    if (options.show !== undefined)
      for (const cluster of new Set([...groupOf.keys()].map((id) => clusters.clusterOf(id)!)))
        console.error(clusters.members(cluster).join(' / '))
  }
  const count = Number(options.questions ?? 10_000)
  report(many('said again and again', crowd(count + 200, [...TUNE, ...JUDGE])))
  report(many('all different', different(count + 200)))
}
export default benchmark

const different = (count: number) => questions(count, 5).map((text, group) => ({ text, group }))

const many = (name: string, asked: readonly { readonly text: string; readonly group: number }[]) => {
  const count = asked.length - 200
  const clusters = createClusters(background())
  const newId = naming()
  const [started, cpu] = [performance.now(), process.threadCpuUsage()]
  const groupOf = new Map(asked.slice(0, count).map(({ group }, at) => [String(at), group]))
  for (const [at, { text }] of asked.slice(0, count).entries())
    clusters.place({ id: String(at), sentence: readQuestion(text) }, newId)
  const seconds = (performance.now() - started) / 1000
  const spent = process.threadCpuUsage(cpu)
  const times = asked.slice(count).map(({ text }, at) => {
    const began = performance.now()
    clusters.place({ id: `more ${at}`, sentence: readQuestion(text) }, newId)
    return performance.now() - began
  })
  times.sort((a, b) => a - b)
  const made = new Set([...groupOf.keys()].map((id) => clusters.clusterOf(id))).size
  return {
    name: `many at once, then one more: ${name}`,
    questions: count,
    clusters: made,
    seconds: round(seconds),
    // Of this thread alone: what others on the machine take does not count.
    cpuSeconds: round((spent.user + spent.system) / 1e6),
    oneMoreP50Ms: round(quantile(times, 0.5), 2),
    oneMoreMaxMs: round(times.at(-1)!, 2),
    // Of texts that are all different nothing can be found again.
    ...(new Set(groupOf.values()).size === count ? {} : quality(clusters, groupOf)),
  }
}
