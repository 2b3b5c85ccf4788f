// Claims: what a text commits the shop to — sums, discounts, rates, dates, deadlines, hours, counts.
export type { Claim, DayClaim } from './claim.ts'
export { claimsIn, MOST_CLAIMS, type ReadOptions } from './claims-in.ts'
export { hasVerbatim, settled } from './writing.ts'
