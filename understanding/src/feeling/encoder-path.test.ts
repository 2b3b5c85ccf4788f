import { expect, it } from 'vitest'
import { joinEncoder } from './encoder-path.ts'
import { feel } from './feel.ts'
import { EMOTIONS } from './verdict.ts'

const sure = (emotion: string): Float32Array => Float32Array.from(EMOTIONS, (each) => (each === emotion ? 0.95 : 0.01))

it('an encoder may overrule an unsure verdict, and says so', () => {
  const fast = { ...feel('客服真贴心，三天回我一个字'), emotion: 'happy' as const, probability: 0.6 }
  const joined = joinEncoder(fast, sure('angry'), 0.6)
  expect(joined.emotion).toBe('angry')
  expect(joined.reasons.at(-1)).toBe('encoder')
})
it('with no share it changes nothing', () => {
  const fast = feel('气死我了，垃圾')
  expect(joinEncoder(fast, sure('happy'), 0)).toEqual(fast)
})
