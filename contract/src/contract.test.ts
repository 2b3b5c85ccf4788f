// What every side relies on: pinned wire versions, routes that make sense together, a description that stays valid.
import { createHash } from 'node:crypto'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { addressOf, createClient } from './client.ts'
import { FACTS_VERSION } from './facts.ts'
import { LIVE_VERSION } from './live.ts'
import { openapi, problemsOf } from './openapi.ts'
import { CustomerPart, plainText } from './parts.ts'
import { PERMISSIONS, ROLES, roleHolds } from './permissions.ts'
import { pinnedText } from './pins.ts'
import { PROBLEMS, Problem } from './problems.ts'
import type { Route } from './route.ts'
import { ROUTES } from './routes/index.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
const routes = Object.values(ROUTES) as Route[]

describe('pinned versions', () => {
  // A different hash means that what goes over the wire changed: bump the version and pin the new hash.
  it('live frames', () =>
    expect([LIVE_VERSION, hash(pinnedText.live())]).toMatchInlineSnapshot(`
      [
        6,
        "04f4f482ea242916",
      ]
    `))
  it('facts', () =>
    expect([FACTS_VERSION, hash(pinnedText.facts())]).toMatchInlineSnapshot(`
      [
        14,
        "4a920eac0accdd52",
      ]
    `))
})

describe('routes', () => {
  it('have one name and one address each', () => {
    expect(new Set(routes.map((route) => `${route.method} ${route.path}`)).size).toBe(routes.length)
    for (const [name, route] of Object.entries(ROUTES)) expect(route.name).toBe(name)
  })
  it('describe every parameter of their path', () => {
    for (const route of routes) {
      const named = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1])
      const described = Object.keys((route.params as { properties?: object } | undefined)?.properties ?? {})
      expect(described.sort(), route.name).toEqual(named.sort())
    }
  })
  it('compile, and refuse what they do not know', () => {
    for (const route of routes)
      for (const schema of [route.params, route.query, route.body, route.reply]) if (schema) Compile(schema)
    const body = Compile(ROUTES.signIn.body)
    expect(body.Check({ email: 'a@b.c', password: 'x' })).toBe(true)
    expect(body.Check({ email: 'a@b.c', password: 'x', role: 'owner' })).toBe(false)
  })
})

describe('OpenAPI', () => {
  it('describes every route with its problems', () => {
    const description = openapi('1') as {
      paths: Record<string, Record<string, { responses: Record<string, { description: string }> }>>
    }
    for (const route of routes) {
      const operation = description.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()]
      for (const code of problemsOf(route))
        expect(operation?.responses[PROBLEMS[code].status]?.description, route.name).toContain(code)
    }
  })
})

describe('client', () => {
  it('fills the address', () => {
    expect(addressOf('/a/:id/b', { id: 'x/y' }, { q: '1 2', none: undefined })).toBe('/a/x%2Fy/b?q=1+2')
  })
  it('calls the route and turns an error reply into a Problem', async () => {
    const asked: string[] = []
    const client = createClient({
      baseUrl: 'http://shop',
      fetch: (async (url: string, init: RequestInit) => {
        asked.push(`${init.method} ${url} ${init.body ?? ''}`)
        return new Response(JSON.stringify({ code: 'auth.locked', detail: 'for 5 minutes' }), { status: 429 })
      }) as typeof fetch,
    })
    const refused = await client.signIn({ body: { email: 'a@b.c', password: 'x' } }).catch((error: unknown) => error)
    expect(asked).toEqual(['POST http://shop/api/session {"email":"a@b.c","password":"x"}'])
    expect(refused).toBeInstanceOf(Problem)
    expect(refused).toMatchObject({ code: 'auth.locked', status: 429, detail: 'for 5 minutes' })
  })
})

describe('words', () => {
  it('customers cannot send cards or system lines', () => {
    const part = Compile(CustomerPart)
    expect(part.Check({ kind: 'text', text: 'hi' })).toBe(true)
    expect(part.Check({ kind: 'system', code: 'resolved' })).toBe(false)
    expect(part.Check({ kind: 'image', url: 'javascript:alert(1)' })).toBe(false)
    expect(part.Check({ kind: 'text', text: '' })).toBe(false)
  })
  it('plain text is what a text-only channel shows', () => {
    expect(
      plainText([
        { kind: 'text', text: 'a' },
        { kind: 'location', latitude: 0, longitude: 0 },
        { kind: 'text', text: 'b' },
      ]),
    ).toBe('a\nb')
  })
  it('an owner holds every permission and a viewer changes nothing', () => {
    for (const permission of Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[]) {
      expect(roleHolds('owner', permission)).toBe(true)
      if (roleHolds('viewer', permission)) expect(permission).toMatch(/read$/)
    }
    expect(ROLES).toHaveLength(4)
  })
})
