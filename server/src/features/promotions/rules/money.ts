// Arithmetic of money: integers in the minor unit, rounded once and in one way, shared out so that sums are exact.
import { digitsOf } from '@ballast/contract/promotions'

export { digitsOf }

/** `amount * numerator / denominator`, half up. Exact for amounts below 2^53 and fractions below 2^26. */
export const share = (amount: number, numerator: number, denominator: number): number => {
  const whole = Math.floor(amount / denominator)
  const rest = amount - whole * denominator
  return whole * numerator + Math.floor((2 * rest * numerator + denominator) / (2 * denominator))
}

/** What is left to take off when `pay` thousandths are paid. */
export const minusOf = (amount: number, pay: number): number => amount - share(amount, pay, 1000)

const SAFE = Number.MAX_SAFE_INTEGER

/**
 * Shares `total` over the weights: each gets the floor of its part, what remains goes a unit each to the largest
 * remainders, the earlier line first among equals. `total` is at most the sum of the weights, so no part exceeds its weight.
 */
export const allocate = (total: number, weights: readonly number[]): number[] => {
  let sum = 0
  let most = 0
  for (const weight of weights) {
    sum += weight
    if (weight > most) most = weight
  }
  if (sum === 0) return weights.map(() => 0)
  if (most * total > SAFE) return allocateBig(total, weights, sum)
  const parts: number[] = []
  const remainders: number[] = []
  let left = total
  for (const weight of weights) {
    const part = Math.floor((weight * total) / sum)
    parts.push(part)
    remainders.push(weight * total - part * sum)
    left -= part
  }
  return handOut(parts, remainders, left)
}

const allocateBig = (total: number, weights: readonly number[], sum: number): number[] => {
  const products = weights.map((weight) => BigInt(weight) * BigInt(total))
  const parts = products.map((product) => Number(product / BigInt(sum)))
  const remainders = products.map((product) => Number(product % BigInt(sum)))
  return handOut(
    parts,
    remainders,
    parts.reduce((rest, part) => rest - part, total),
  )
}

const handOut = (parts: number[], remainders: number[], left: number): number[] => {
  for (let n = 0; n < left; n++) {
    let at = 0
    for (let i = 1; i < remainders.length; i++) if (remainders[i]! > remainders[at]!) at = i
    parts[at]!++
    remainders[at] = -1
  }
  return parts
}

const SIGNS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: 'JP¥', HKD: 'HK$' }

/** `¥1,234.50`: made from the integer's digits, never through a fraction. */
export const moneyText = (amount: number, currency: string): string => {
  const digits = digitsOf(currency)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = SIGNS[currency] ?? `${currency} `
  return `${amount < 0 ? '-' : ''}${sign}${whole}${digits === 0 ? '' : `.${text.slice(-digits)}`}`
}
