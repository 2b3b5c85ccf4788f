import { CustomerParts, DESK_FRAMES, VISITOR_FRAMES } from '@ballast/contract'
import fc from 'fast-check'
import { Type } from 'typebox'
import Value from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { locateFault } from './locate-fault.ts'

const pathOf = (schema: Parameters<typeof locateFault>[0], value: unknown) => {
  expect(Value.Check(schema, value)).toBe(false)
  return locateFault(schema, value).path
}

describe('locateFault', () => {
  it('points into the branch of a union that the value names', () => {
    expect(
      pathOf(CustomerParts, [
        { kind: 'text', text: 'a' },
        { kind: 'image', width: 0 },
      ]),
    ).toBe('/1/width')
    expect(pathOf(CustomerParts, [{ kind: 'system', code: 'resolved' }])).toBe('/0/kind')
    expect(pathOf(CustomerParts, [{ kind: 'text', text: 5 }])).toBe('/0/text')
    expect(pathOf(CustomerParts, [{ kind: 'text', text: 'a', bold: true }])).toBe('/0/bold')
  })

  it('points at missing, unknown and wrong fields and escapes the pointer', () => {
    expect(pathOf(VISITOR_FRAMES.hello, { t: 'hello' })).toBe('/v')
    expect(pathOf(VISITOR_FRAMES.hello, { t: 'hello', v: 1, 'a/b~c': 1 })).toBe('/a~1b~0c')
    expect(pathOf(VISITOR_FRAMES.hello, { t: 'hello', v: 0 })).toBe('/v')
    expect(pathOf(VISITOR_FRAMES.hello, [])).toBe('')
    expect(pathOf(Type.Object({ a: Type.Array(Type.Integer()) }), { a: [1, 2, 'x'] })).toBe('/a/2')
  })

  it('never throws whatever the value', () => {
    const schemas = [...Object.values(VISITOR_FRAMES), ...Object.values(DESK_FRAMES)]
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...schemas), (value, schema) => {
        if (!Value.Check(schema, value)) expect(typeof locateFault(schema, value).path).toBe('string')
      }),
    )
  })
})
