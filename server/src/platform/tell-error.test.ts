import { describe, expect, it } from 'vitest'
import { tellError } from './tell-error.ts'

const WHO = '王小明 Wang 13800138000'
const said = (thrown: unknown) => JSON.stringify(tellError(thrown))
const caught = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

describe('an error in the log', () => {
  it('is its kind, its code and the lines it passed', () => {
    const told = tellError(Object.assign(new RangeError(WHO), { code: 'ERR_OUT_OF_RANGE' }))
    expect(told).toMatchObject({ type: 'RangeError', code: 'ERR_OUT_OF_RANGE' })
    expect(told.at?.[0]).toContain('tell-error.test.ts')
    expect(told).not.toHaveProperty('message')
  })
  it('names our tables when the database refuses, and no value', () => {
    const refused = Object.assign(new Error(`duplicate key value violates "${WHO}"`), {
      code: '23505',
      severity: 'ERROR',
      detail: `Key (name)=(${WHO}) already exists.`,
      where: WHO,
      table: 'staff',
      constraint: 'staff_email_index_key',
      parameters: [WHO],
    })
    expect(tellError(refused)).toMatchObject({ code: '23505', table: 'staff', constraint: 'staff_email_index_key' })
    expect(said(refused)).not.toMatch(/王|Wang|8000/)
  })
  it('keeps what the engine says about code', () => {
    const nothing = undefined as unknown as { name: string; go(): void }
    expect(tellError(caught(() => nothing.name)).message).toBe("Cannot read properties of undefined (reading 'name')")
    const empty = {} as { go(): void }
    expect(tellError(caught(() => empty.go())).message).toBe('empty.go is not a function')
    expect(tellError(caught(() => ({ a: empty }).a.go())).message).toMatch(/go is not a function$/)
  })
  it('keeps nothing of what it says about values', () => {
    const made = [
      () => JSON.parse(`{"name": ${WHO}}`),
      () => new URL(WHO),
      () => new Intl.Locale(WHO),
      () => Buffer.alloc(WHO as unknown as number),
      () => (undefined as unknown as Record<string, string>)[WHO],
      () => decodeURIComponent(`%E7%8E${WHO}`),
      () => new RegExp(`(${WHO}`),
      () => BigInt(WHO),
    ]
    for (const make of made) {
      const error = caught(make)
      expect(error).toBeInstanceOf(Error)
      expect(said(error)).not.toMatch(/王|Wang|138001|%E7/)
    }
  })
  it('is not fooled by a wording, a name or a code that pose as something else', () => {
    const posing = Object.assign(new Error(`x\n    at ${WHO} (file:///${WHO}:1:2)\n    at Wang (node:fs:1:1)`), {
      name: WHO,
      code: WHO,
      syscall: '13800138000',
      constraint: 'a13800138000',
      input: WHO,
      [WHO]: WHO,
    })
    expect(said(posing)).not.toMatch(/王|Wang|138001/)
    posing.message = 'changed since'
    expect(said(posing)).not.toMatch(/王|138001/)
    class Wang extends Error {}
    expect(said(new Wang(WHO))).not.toMatch(/王|138001/)
  })
  it('goes through causes and bundles, to an end', () => {
    const round = new Error(WHO) as Error & { cause?: unknown }
    round.cause = round
    const told = tellError(new AggregateError([new TypeError(WHO, { cause: round }), WHO], WHO))
    expect(told.errors).toMatchObject([{ type: 'TypeError', cause: { type: 'Error' } }, { type: 'string' }])
    expect(JSON.stringify(told)).not.toMatch(/王|Wang|138001/)
  })
  it.each([
    ['a text', WHO, 'string'],
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    ['an object', { said: WHO, code: 'E_ONE' }, 'Object'],
  ])('may be %s', (_, thrown, type) => {
    expect(tellError(thrown).type).toBe(type)
    expect(said(thrown)).not.toMatch(/王|Wang|138001/)
  })
})
