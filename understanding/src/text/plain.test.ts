import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nfkc, nfkcLower } from './plain.ts'

const UNIT = fc.oneof(
  fc.constantFrom(...'快递到了。、“”‘’《》【】「」，！Ａ１ﾞｶA\u0301\u3099か\u9fff\u3400\u4dbf\u4dc0 \n\t'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)

it('is what the slow way says, whatever stands beside what', () => {
  fc.assert(
    fc.property(fc.string({ unit: UNIT, maxLength: 12 }), (text) => {
      expect(nfkc(text)).toBe(text.normalize('NFKC'))
      expect(nfkcLower(text)).toBe(text.normalize('NFKC').toLowerCase())
    }),
    { numRuns: 2_000 },
  )
  for (let code = 0; code < 0x10000; code++) {
    const unit = String.fromCharCode(code)
    expect(nfkcLower(unit), code.toString(16)).toBe(unit.normalize('NFKC').toLowerCase())
  }
})
