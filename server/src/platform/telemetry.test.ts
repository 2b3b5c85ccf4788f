import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config/read-config.ts'
import { silentLog } from './log.ts'
import { startTracing, TRACING_PACKAGES, telemetryConfig, withSpan } from './telemetry.ts'

const installed = await Promise.all(TRACING_PACKAGES.map((name) => import(name))).then(
  () => true,
  () => false,
)
const configFor = (env: Record<string, string>) => readConfig({ telemetry: telemetryConfig }, env).telemetry

describe('traces', () => {
  it('are off without an endpoint, and spans only run their work', async () => {
    expect(await startTracing(configFor({}), silentLog)).toBeUndefined()
    expect(await withSpan('message.receive', {}, async () => 7)).toBe(7)
    const failing = withSpan('message.receive', {}, () => Promise.reject(new Error('x')))
    await expect(failing).rejects.toThrow('x')
  })

  it.skipIf(installed)('name the packages that are missing', async () => {
    const config = configFor({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' })
    await expect(startTracing(config, silentLog)).rejects.toThrow('@opentelemetry/sdk-trace')
  })

  it.runIf(installed)('reach the collector, inner spans under outer ones', async () => {
    const bodies: string[] = []
    const collector = createServer((request, reply) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        bodies.push(`${request.url} ${body}`)
        reply.writeHead(200, { 'content-type': 'application/json' }).end('{}')
      })
    })
    await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done))
    const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
    const config = configFor({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: '1' })
    const tracing = await startTracing(config, silentLog)
    await withSpan('outer', { 'conversation.id': 'c1' }, async () => {
      await new Promise((done) => setImmediate(done))
      await withSpan('inner', {}, async () => undefined)
    })
    await tracing?.stop()
    collector.close()
    expect(bodies).toHaveLength(1)
    const [path, json] = [bodies[0]?.split(' ')[0], JSON.parse(bodies[0]?.split(' ').slice(1).join(' ') ?? '{}')]
    const spans = json.resourceSpans[0].scopeSpans[0].spans as { name: string; spanId: string; parentSpanId?: string }[]
    const [inner, outer] = ['inner', 'outer'].map((name) => spans.find((span) => span.name === name))
    expect([path, inner?.parentSpanId]).toEqual(['/v1/traces', outer?.spanId])
  })
})
