// HTTPS: by our own certificate, or by a proxy we were told to trust, and by no other's word.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readConfig } from '../config/read-config.ts'
import { silentLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { httpConfig } from './config.ts'
import { createHttp } from './create-http.ts'
import type { HttpServer } from './http-server.ts'

const open: HttpServer[] = []
const serverWith = (env: Record<string, string>): HttpServer => {
  const config = readConfig({ http: httpConfig }, env).http
  const http = createHttp({ log: silentLog, metrics: createMetrics({ processMetrics: false }), config })
  open.push(http)
  http.app.get('/', async (request) => ({ protocol: request.protocol, ip: request.ip }))
  return http
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((http) => http.close()))
})

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

describe('https', () => {
  it.skipIf(!hasOpenssl)(
    'serves with its own certificate and tells browsers to stay (skipped without openssl)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'ballast-tls-'))
      const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
      const words =
        '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost'
      expect(spawnSync('openssl', ['req', ...words.split(' '), '-keyout', key, '-out', cert]).status).toBe(0)
      const { port } = await serverWith({ TLS_CERT: cert, TLS_KEY: key }).listen(0, '127.0.0.1')
      const headers = await new Promise<Record<string, unknown>>((done, failed) => {
        get({ host: '127.0.0.1', servername: 'localhost', port, ca: readFileSync(cert) }, (reply) => {
          reply.resume()
          done(reply.headers)
        }).on('error', failed)
      })
      expect(headers['strict-transport-security']).toContain('max-age=31536000')
      rmSync(folder, { recursive: true })
    },
  )

  it('believes a proxy it trusts', async () => {
    const http = serverWith({ TRUSTED_PROXIES: '127.0.0.1' })
    const reply = await http.app.inject({
      url: '/',
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' },
    })
    expect(reply.json()).toEqual({ protocol: 'https', ip: '203.0.113.9' })
    expect(reply.headers['strict-transport-security']).toBeDefined()
  })

  it('does not believe anybody else', async () => {
    const reply = await serverWith({}).app.inject({
      url: '/',
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' },
    })
    expect(reply.json()).toEqual({ protocol: 'http', ip: '127.0.0.1' })
    expect(reply.headers['strict-transport-security']).toBeUndefined()
  })
})
