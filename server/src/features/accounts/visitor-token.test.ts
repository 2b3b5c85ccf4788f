// Visitor tokens and signed identities: what is accepted, and every way it must not be.
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { verifyIdentity } from './verify-identity.ts'
import { contactOfExternalId, issueToken, readToken, type VisitorToken } from './visitor-token.ts'

const TENANT = '019a0000-0000-7000-8000-000000000001'
const OTHER = '019a0000-0000-7000-8000-000000000002'
const NOW = 1_800_000_000_000
const signerOf = (root: string) => ({
  hmac: (purpose: string, data: string) => createHmac('sha256', `${root} ${purpose}`).update(data).digest(),
})
const signer = signerOf('root')

const token: VisitorToken = {
  principal: { kind: 'visitor', tenant: TENANT, inboxId: TENANT, contactId: OTHER, verified: true, externalId: '客1' },
  expiresAt: NOW + 60_000,
  sealedPerson: 'AAAA',
}

describe('visitor token', () => {
  it('comes back as it was issued', () => {
    expect(readToken(signer, issueToken(signer, token), NOW)).toEqual(token)
    const { externalId, ...anonymous } = token.principal
    const plain = { principal: { ...anonymous, verified: false }, expiresAt: token.expiresAt }
    expect(readToken(signer, issueToken(signer, plain), NOW)).toEqual(plain)
  })
  it('expires', () => {
    expect(readToken(signer, issueToken(signer, token), NOW + 60_000)).toEqual({ refused: 'token.expired' })
  })
  it('breaks with any changed character', () => {
    const text = issueToken(signer, token)
    for (let i = 0; i < text.length - 1; i++) {
      const changed = `${text.slice(0, i)}${text[i] === 'A' ? 'B' : 'A'}${text.slice(i + 1)}`
      expect(readToken(signer, changed, NOW), `character ${i}`).toEqual({ refused: 'token.invalid' })
    }
  })
  it('is worth nothing under another root key, shortened, or as rubbish', () => {
    const text = issueToken(signer, token)
    const body = text.split('.')[0]!
    for (const wrong of [issueToken(signerOf('other'), token), body, `${body}.`, `${text}.x`, '', '.', 'a.b'])
      expect(readToken(signer, wrong, NOW), wrong).toEqual({ refused: 'token.invalid' })
  })
  it('gives one contact to one customer of one shop', () => {
    const id = contactOfExternalId(signer, TENANT, 'c1')
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(contactOfExternalId(signer, TENANT, 'c1')).toBe(id)
    expect(contactOfExternalId(signer, TENANT, 'c2')).not.toBe(id)
    expect(contactOfExternalId(signer, OTHER, 'c1')).not.toBe(id)
  })
})

describe('the identity of docs/widget.md', () => {
  it('is signed so that we take it in', async () => {
    const page = readFileSync(new URL('../../../../docs/widget.md', import.meta.url), 'utf8')
    const [snippet] = /import \{ createHmac \}[\s\S]*?(?=```)/.exec(page) ?? []
    const { signIdentity } = (await import(`data:text/javascript,${encodeURIComponent(snippet ?? '')}`)) as {
      signIdentity(customer: object, inbox: string, secret: string): string
    }
    const secret = 's'.repeat(43)
    const check = { audience: 'in_shop', keys: [{ keyId: 'k', secret }], now: Date.now() }
    expect(await verifyIdentity(signIdentity({ id: 'c-7', name: '林一' }, 'in_shop', secret), check)).toEqual({
      externalId: 'c-7',
      person: { name: '林一' },
    })
    expect(await verifyIdentity(signIdentity({ id: 'c-7' }, 'in_other', secret), check)).toEqual({
      refused: 'token.invalid',
    })
  })
})

describe('signed identity', () => {
  const keys = [
    { keyId: 'new', secret: 'n'.repeat(43) },
    { keyId: 'old', secret: 'o'.repeat(43) },
  ]
  const check = { audience: 'in_shop', keys, now: NOW }
  const at = NOW / 1000
  const sign = (
    options: {
      secret?: string
      header?: { alg?: string; kid?: string }
      aud?: string
      exp?: number
      claims?: object
    } = {},
  ) =>
    new SignJWT({ name: '林', ...options.claims })
      .setProtectedHeader({ alg: 'HS256', ...options.header })
      .setSubject('c1')
      .setAudience(options.aud ?? 'in_shop')
      .setExpirationTime(options.exp ?? at + 300)
      .sign(Buffer.from(options.secret ?? keys[0]!.secret))
  const ok = { externalId: 'c1', person: { name: '林' } }
  const invalid = { refused: 'token.invalid' }
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

  it('is taken with either key, named or not', async () => {
    expect(await verifyIdentity(await sign(), check)).toEqual(ok)
    expect(await verifyIdentity(await sign({ header: { kid: 'new' } }), check)).toEqual(ok)
    expect(await verifyIdentity(await sign({ secret: keys[1]!.secret, header: { kid: 'old' } }), check)).toEqual(ok)
    expect(await verifyIdentity(await sign({ secret: keys[1]!.secret }), check)).toEqual(ok)
  })
  it('is refused once its key is gone, or named wrongly', async () => {
    const rotated = { ...check, keys: keys.slice(0, 1) }
    expect(await verifyIdentity(await sign({ secret: keys[1]!.secret, header: { kid: 'old' } }), rotated)).toEqual(
      invalid,
    )
    expect(await verifyIdentity(await sign({ header: { kid: 'old' } }), check)).toEqual(invalid)
    expect(await verifyIdentity(await sign(), { ...check, keys: [] })).toEqual(invalid)
  })
  it('is refused when meant for another inbox', async () => {
    expect(await verifyIdentity(await sign({ aud: 'in_other' }), check)).toEqual(invalid)
  })
  it('expires, with a minute for clocks that differ', async () => {
    expect(await verifyIdentity(await sign({ exp: at - 59 }), check)).toEqual(ok)
    expect(await verifyIdentity(await sign({ exp: at - 61 }), check)).toEqual({ refused: 'token.expired' })
    expect(await verifyIdentity(await sign({ exp: at + 3600 }), check)).toEqual(invalid)
  })
  it('is refused unsigned, with another algorithm, or signed by nobody we know', async () => {
    const claims = encode({ sub: 'c1', aud: 'in_shop', exp: at + 300 })
    for (const alg of ['none', 'None', 'HS512', 'RS256']) {
      expect(await verifyIdentity(`${encode({ alg })}.${claims}.`, check), alg).toEqual(invalid)
      const mac = createHmac('sha512', keys[0]!.secret)
        .update(`${encode({ alg })}.${claims}`)
        .digest('base64url')
      expect(await verifyIdentity(`${encode({ alg })}.${claims}.${mac}`, check), alg).toEqual(invalid)
    }
    expect(await verifyIdentity(await sign({ secret: 'x'.repeat(43) }), check)).toEqual(invalid)
    for (const rubbish of ['', 'a.b.c', 'x', `${encode({ alg: 'HS256' })}..`])
      expect(await verifyIdentity(rubbish, check), rubbish).toEqual(invalid)
  })
})
