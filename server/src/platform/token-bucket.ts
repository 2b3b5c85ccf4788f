// Token buckets: a steady rate with a burst. No timers: tokens are counted when someone asks.

export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

export interface Bucket {
  tokens: number
  at: number
}

export const fullBucket = (rate: Rate, now: number): Bucket => ({ tokens: rate.burst, at: now })

/** Takes one token. 0: taken. Otherwise the milliseconds until one will be there; nothing was taken. */
export const takeToken = (bucket: Bucket, rate: Rate, now: number): number => {
  const earned = (Math.max(0, now - bucket.at) * rate.perSecond) / 1000
  bucket.tokens = Math.min(rate.burst, bucket.tokens + earned)
  bucket.at = now
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1
    return 0
  }
  return Math.ceil(((1 - bucket.tokens) * 1000) / rate.perSecond)
}

export interface Limiter {
  /** 0: go on. Otherwise wait this many milliseconds. */
  take(key: string): number
}

/** A bucket for each key, at most `maxKeys`: the key unused longest is forgotten first (and so starts full again). */
export const createLimiter = (rate: Rate, now: () => number, maxKeys = 50_000): Limiter => {
  const buckets = new Map<string, Bucket>()
  return {
    take: (key) => {
      const at = now()
      const bucket = buckets.get(key) ?? fullBucket(rate, at)
      buckets.delete(key)
      buckets.set(key, bucket)
      if (buckets.size > maxKeys)
        for (const oldest of buckets.keys()) {
          buckets.delete(oldest)
          break
        }
      return takeToken(bucket, rate, at)
    },
  }
}
