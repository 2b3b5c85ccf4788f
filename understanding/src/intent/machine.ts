// What scores a message: a linear model and a small network over the same features, and the examples themselves.
import { fitLinear, type Recipe, type Taught } from '../learn/fit.ts'
import { type Linear, score } from '../learn/linear.ts'
import { addNet, NET, type Net, trainNet } from '../learn/net.ts'
import type { Row } from '../learn/rows.ts'
import { Exemplars } from './exemplars.ts'
import { type Means, meansOf } from './means.ts'

export interface Models {
  readonly linear: Linear
  readonly net: Net
}
export interface Machine extends Models {
  /** Share of the network in the score, 0..1; the rest is the linear model's. */
  readonly share: number
  /** Scores × sharpness go into the softmax. */
  readonly sharpness: number
  readonly exemplars: Exemplars
  readonly means: Means
}

export const fitModels = (taught: Taught, recipe: Recipe): Models => ({
  linear: fitLinear(taught, recipe),
  net: trainNet(taught.rows, taught.labels, taught, {
    ...NET,
    hidden: recipe.hidden,
    epochs: epochsFor(taught.rows.count),
  }),
})

/** Few examples are shown more often. */
const epochsFor = (examples: number): number => (examples < 1000 ? 16 : examples < 4000 ? 30 : 10)

/** What a machine keeps of its examples. */
export const keptOf = (net: Net, taught: Taught): Pick<Machine, 'exemplars' | 'means'> => ({
  exemplars: Exemplars.of(taught.rows, taught.labels, taught),
  means: meansOf(net, taught.rows, taught.labels),
})

/** Scores of every intent into `out`. */
export const scoreWith = (
  models: Models & { readonly share: number },
  row: Row,
  buffers: { readonly out: Float32Array; readonly scratch: Float64Array },
): Float32Array => {
  const { linear, net, share } = models
  const { out, scratch } = buffers
  score(linear, row, out)
  if (share === 0) return out
  for (let c = 0; c < out.length; c++) out[c] = out[c]! * (1 - share)
  addNet(net, row, { share, out, scratch })
  return out
}
