// Small tools of measuring: quantiles, medians, the disk's own speed.
import { closeSync, fdatasyncSync, openSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export type Figure = Record<string, string | number | boolean | null>
export type Report = (figure: Figure) => void
export type Benchmark = (report: Report, words: Record<string, string>) => Promise<void>

/** The value at quantile q of numbers sorted ascending. */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!

export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** p50 of one durable 4 KiB write, ms: the physical floor of an acknowledgement. */
export const fsyncMs = (folder: string): number => {
  const file = join(folder, `fsync-${process.pid}`)
  const handle = openSync(file, 'w')
  const block = Buffer.alloc(4096)
  const times = Array.from({ length: 200 }, () => {
    const started = performance.now()
    writeSync(handle, block)
    fdatasyncSync(handle)
    return performance.now() - started
  })
  closeSync(handle)
  unlinkSync(file)
  return median(times)
}
