import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from './address-ranges.ts'
import { type FetchRefused, type SafeFetchOptions, safeFetch } from './safe-fetch.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})
const serveWith = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const limits = { maxBytes: 10_000, timeoutMs: 3_000 }
const open = { ...limits, allowPrivate: true }
const reasonOf = (url: string, options: SafeFetchOptions = limits) =>
  safeFetch(url, options).then(
    () => 'fetched',
    (error: FetchRefused) => error.reason,
  )

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '223.5.5.5',
    '2606:4700:4700::1111',
    '2400:3200::1',
  ])('%s is', (address) => expect(isPublicAddress(address)).toBe(true))

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2001:0:1::',
    '2001:db8::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '100::1',
    '',
    'localhost',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('safeFetch refuses', () => {
  it.each([
    ['file:///etc/passwd', 'address'],
    ['ftp://example.com/', 'address'],
    ['javascript:alert(1)', 'address'],
    ['not an address', 'address'],
    ['http://user:secret@example.com/', 'address'],
    ['http://127.0.0.1/', 'private'],
    ['http://2130706433/', 'private'],
    ['http://0x7f.1/', 'private'],
    ['http://0177.0.0.1/', 'private'],
    ['http://[::1]/', 'private'],
    ['http://[::ffff:7f00:1]/', 'private'],
    ['http://169.254.169.254/latest/meta-data/', 'private'],
  ])('%s', async (url, reason) => expect(await reasonOf(url)).toBe(reason))

  it('names that lead inside, also when only one of their addresses does', async () => {
    const to = (...addresses: string[]) => ({
      ...limits,
      resolve: async () => addresses.map((address) => ({ address, family: 4 })),
    })
    expect(await reasonOf('http://shop.example/', to('10.0.0.1'))).toBe('private')
    expect(await reasonOf('http://shop.example/', to('93.184.216.34', '127.0.0.1'))).toBe('private')
    expect(await reasonOf('http://shop.example/', to())).toBe('unresolved')
    expect(
      await reasonOf('http://shop.example/', { ...limits, resolve: () => Promise.reject(new Error('ENOTFOUND')) }),
    ).toBe('unresolved')
  })

  it('bodies over the limit, also when they are small until unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000))
    const base = await serveWith((request, reply) => {
      if (request.url === '/bomb') reply.setHeader('content-encoding', 'gzip').end(bomb)
      else reply.end(Buffer.alloc(10_001))
    })
    expect(await reasonOf(`${base}/bomb`, open)).toBe('too-large')
    expect(await reasonOf(base, open)).toBe('too-large')
  })

  it('an address once and for all: nothing is left behind that fails when the time is over', async () => {
    const unheard: unknown[] = []
    const hear = (error: unknown) => unheard.push(error)
    process.on('unhandledRejection', hear)
    expect(await reasonOf('file:///etc/passwd', { ...limits, timeoutMs: 20 })).not.toBe('fetched')
    await new Promise((done) => setTimeout(done, 60))
    process.off('unhandledRejection', hear)
    expect(unheard).toEqual([])
  })

  it('to wait for ever: for the name, the headers or the body', async () => {
    const base = await serveWith((request, reply) => {
      if (request.url === '/drip') reply.write('x')
    })
    const short = { ...open, timeoutMs: 150 }
    expect(await reasonOf(`${base}/silent`, short)).toBe('timeout')
    expect(await reasonOf(`${base}/drip`, short)).toBe('timeout')
    expect(await reasonOf('http://slow.example/', { ...short, resolve: () => new Promise(() => {}) })).toBe('timeout')
  })

  it('broken replies and closed ports', async () => {
    const base = await serveWith((request, reply) => {
      if (request.url === '/gzip') reply.setHeader('content-encoding', 'gzip').end('not gzip')
      else request.socket.destroy()
    })
    expect(await reasonOf(base, open)).toBe('failed')
    expect(await reasonOf(`${base}/gzip`, open)).toBe('failed')
  })
})

describe('safeFetch', () => {
  it('fetches, unpacks and gives any status', async () => {
    const base = await serveWith((_request, reply) =>
      reply.writeHead(404, { 'content-encoding': 'br' }).end(brotliCompressSync('你好')),
    )
    const reply = await safeFetch(base, open)
    expect([reply.status, reply.body.toString(), reply.url]).toEqual([404, '你好', `${base}/`])
  })

  it('connects to the address it judged, not to what the name means a moment later', async () => {
    let host: string | undefined
    const base = await serveWith((request, reply) => {
      host = request.headers.host
      reply.end('here')
    })
    const { port } = new URL(base)
    let asked = 0
    const resolve = async () => {
      asked++
      return [{ address: asked === 1 ? '127.0.0.1' : '203.0.113.1', family: 4 }]
    }
    const reply = await safeFetch(`http://rebind.example:${port}/`, { ...open, resolve })
    expect([reply.body.toString(), asked, host]).toEqual(['here', 1, `rebind.example:${port}`])
  })

  it('judges every redirect again, and follows three at most', async () => {
    const base = await serveWith((request, reply) => {
      const left = Number(request.url?.slice(1))
      if (left > 0) reply.writeHead(302, { location: `/${left - 1}` }).end()
      else if (request.url === '/file') reply.writeHead(302, { location: 'file:///etc/passwd' }).end()
      else reply.end('end')
    })
    expect((await safeFetch(`${base}/3`, open)).body.toString()).toBe('end')
    expect(await reasonOf(`${base}/4`, open)).toBe('redirects')
    expect(await reasonOf(`${base}/file`, open)).toBe('address')
    const seen: string[] = []
    const resolve = async (name: string) => {
      seen.push(name)
      if (name === 'inside.example') throw new Error('reached')
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const hop = await serveWith((_request, reply) => reply.writeHead(301, { location: 'http://inside.example/' }).end())
    expect(await reasonOf(hop.replace('127.0.0.1', 'outside.example'), { ...open, resolve })).toBe('unresolved')
    expect(seen).toEqual(['outside.example', 'inside.example'])
  })

  it('keeps secrets from other origins on the way', async () => {
    const seen: IncomingMessage['headers'][] = []
    const target = await serveWith((request, reply) => {
      seen.push(request.headers)
      reply.end()
    })
    const first = await serveWith((_request, reply) => reply.writeHead(307, { location: target }).end())
    await safeFetch(first, { ...open, method: 'POST', body: 'b', headers: { Authorization: 'Bearer s', 'x-a': '1' } })
    expect(seen[0]).toMatchObject({ 'x-a': '1' })
    expect(seen[0]?.authorization).toBeUndefined()
  })
})
