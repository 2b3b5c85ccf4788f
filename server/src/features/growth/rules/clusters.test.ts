import { describe, expect, it } from 'vitest'
import { JUDGE, LONELY } from '../../../../../bench/clusters/groups.ts'
import { quality } from '../../../../../bench/clusters.ts'
import { background, readQuestion } from '../background.ts'
import { type Clusters, createClusters } from './clusters.ts'

const naming = () => {
  let made = 0
  return () => `c${made++}`
}
const ask = (clusters: Clusters, texts: readonly string[], newId: () => string) => {
  for (const text of texts) clusters.place({ id: text, sentence: readQuestion(text) }, newId)
}

describe('clusters', () => {
  it('brings together what asks the same and keeps strangers out', () => {
    const clusters = createClusters(background())
    const newId = naming()
    const groupOf = new Map<string, number>()
    for (let turn = 0; turn < 6; turn++)
      for (const [group, said] of JUDGE.entries())
        if (said[turn] !== undefined) {
          groupOf.set(said[turn]!, group)
          ask(clusters, [said[turn]!], newId)
        }
    for (const [at, text] of LONELY.entries()) {
      groupOf.set(text, 1000 + at)
      ask(clusters, [text], newId)
    }
    const { precision, recall } = quality(clusters, groupOf)
    expect(precision).toBeGreaterThan(0.85)
    expect(recall).toBeGreaterThan(0.6)
  })

  it('what was shaped by hand is joined by new questions, and neither split nor made one with another', () => {
    const rings = ['戒指可以刻字吗', '你们提供刻字服务吗', '请问有没有刻字的服务', '刻字服务要多少钱', '能帮忙刻字吗']
    const prams = [
      '有没有婴儿推车出租',
      '可以租婴儿推车吗',
      '婴儿推车怎么租',
      '婴儿推车租一天多少',
      '店里能租婴儿推车吗',
    ]
    const grown = (kept: boolean) => {
      const clusters = createClusters(background())
      for (const text of [...rings, ...prams]) clusters.hold({ id: text, sentence: readQuestion(text) }, 'shaped')
      if (kept) clusters.keep(['shaped'])
      ask(clusters, ['刻字服务怎么收费', '哪里可以租婴儿推车'], naming())
      return clusters
    }
    expect(grown(true).members('shaped')).toHaveLength(12)
    expect(grown(false).members('shaped').length).toBeLessThan(12)
  })

  it('keeps its id while others join and leave, and is named by what most ask', () => {
    const clusters = createClusters(background())
    const newId = naming()
    ask(clusters, ['戒指可以刻字吗', '你们提供刻字服务吗', '请问有没有刻字的服务', '今天上海下雨吗'], newId)
    const id = clusters.clusterOf('戒指可以刻字吗')!
    expect(clusters.members(id)).toHaveLength(3)
    expect(clusters.central(id)).toContain('刻字')
    expect(clusters.remove('戒指可以刻字吗')).toBe(true)
    expect(clusters.remove('戒指可以刻字吗')).toBe(false)
    ask(clusters, ['刻字服务要多少钱'], newId)
    expect(clusters.members(id)).toHaveLength(3)
    expect(clusters.size).toBe(4)
  })

  it('a repeated question is counted, and goes on being held when the first one is erased', () => {
    const clusters = createClusters(background())
    const newId = naming()
    const said = (id: string) => ({ id, sentence: readQuestion('戒指可以刻字吗') })
    for (const id of ['a', 'b', 'c']) clusters.place(said(id), newId)
    const id = clusters.clusterOf('a')!
    clusters.remove('a')
    expect(clusters.members(id).toSorted()).toEqual(['b', 'c'])
    expect([...clusters.place(said('d'), newId)]).toEqual([['d', { from: undefined, into: id }]])
    for (const one of ['b', 'c', 'd']) clusters.remove(one)
    expect(clusters.members(id)).toEqual([])
    expect(clusters.central(id)).toBeUndefined()
  })

  it('read back from storage it goes on as before', () => {
    const before = createClusters(background())
    const newId = naming()
    ask(before, JUDGE.flat(), newId)
    const after = createClusters(background())
    for (const text of JUDGE.flat()) after.hold({ id: text, sentence: readQuestion(text) }, before.clusterOf(text)!)
    for (const text of JUDGE.flat()) expect(after.clusterOf(text)).toBe(before.clusterOf(text))
    const more = { id: 'more', sentence: readQuestion('蓝牙怎么都连不上呢') }
    expect([...after.place(more, newId)]).toEqual([...before.place(more, newId)])
  })
})
