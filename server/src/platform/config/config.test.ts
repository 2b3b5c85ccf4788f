import { Type } from 'typebox'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { defineConfig } from './define-config.ts'
import { ConfigError, readConfig } from './read-config.ts'
import { renderConfigDocs } from './render-config-docs.ts'

const http = defineConfig({
  port: { doc: 'Port.', schema: Type.Integer({ minimum: 0, maximum: 65535 }), default: 8080, env: 'PORT' },
  secure: { doc: 'TLS.', schema: Type.Boolean(), default: false, env: 'SECURE' },
  origins: { doc: 'Sites.', schema: Type.Array(Type.String()), default: [], env: 'ORIGINS' },
  level: { doc: 'Level | noise.', schema: Type.Enum(['debug', 'info']), default: 'info', env: 'LEVEL' },
  key: { doc: 'Key.', schema: Type.String({ pattern: '^k' }), env: 'KEY', secret: true },
})

describe('readConfig', () => {
  it('takes defaults when nothing is set', () => {
    const config = readConfig({ http }, { PORT: '' })
    expect(config.http).toEqual({ port: 8080, secure: false, origins: [], level: 'info', key: undefined })
    expectTypeOf(config.http.port).toEqualTypeOf<number>()
    expectTypeOf(config.http.level).toEqualTypeOf<'debug' | 'info'>()
    expectTypeOf(config.http.key).toEqualTypeOf<string | undefined>()
  })

  it('reads numbers, booleans and lists', () => {
    const config = readConfig({ http }, { PORT: '0', SECURE: 'Yes', ORIGINS: 'https://a, https://b,', LEVEL: 'debug' })
    expect(config.http).toMatchObject({ port: 0, secure: true, origins: ['https://a', 'https://b'], level: 'debug' })
  })

  it('lists every wrong variable at once with what it accepts, and hides secrets', () => {
    const read = () => readConfig({ http }, { PORT: '70000', SECURE: 'maybe', LEVEL: 'loud', KEY: 'topsecret' })
    expect(read).toThrow(ConfigError)
    try {
      read()
    } catch (error) {
      const { lines } = error as ConfigError
      expect(lines).toEqual([
        'PORT: "70000" is not accepted. It takes a whole number from 0 to 65535.',
        'SECURE: "maybe" is not accepted. It takes true or false.',
        'LEVEL: "loud" is not accepted. It takes one of: debug, info.',
        'KEY: the value given is not accepted. It takes text matching ^k.',
      ])
    }
  })

  it('refuses hexadecimal, empty exponents and words as numbers', () => {
    for (const PORT of ['0x10', '1e3', 'eighty', '8080.5', ' 80 80'])
      expect(() => readConfig({ http }, { PORT })).toThrow('PORT')
  })

  it('refuses two settings that claim one variable', () => {
    expect(() => readConfig({ a: http, b: { port: http.port } }, {})).toThrow('claimed by both a.port and b.port')
  })
})

describe('renderConfigDocs', () => {
  it('has one row a setting, with secrets named as such and pipes escaped', () => {
    const page = renderConfigDocs({ http })
    expect(page).toContain('| `PORT` | Port. | a whole number from 0 to 65535 | `8080` |')
    expect(page).toContain('Level \\| noise.')
    expect(page).toContain('| `KEY` | Key. Secret. | text matching ^k | none |')
  })
})
