// Traces. Code names spans through the OpenTelemetry API, which does nothing until an endpoint is configured; only then
// is the SDK loaded. Span names and attributes hold ids and enums, never text of people.
import {
  type Attributes,
  type ContextManager,
  context,
  SpanStatusCode,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'
import { Type } from 'typebox'
import { type ConfigOf, defineConfig } from './config/define-config.ts'
import type { Log } from './log.ts'

export const telemetryConfig = defineConfig({
  otlpEndpoint: {
    doc: 'Where traces go: an OpenTelemetry collector that takes OTLP over HTTP, e.g. http://127.0.0.1:4318. Unset: no traces.',
    schema: Type.String({ pattern: '^https?://' }),
    env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
  },
  serviceName: {
    doc: 'Name of this server in traces.',
    schema: Type.String(),
    default: 'ballast',
    env: 'OTEL_SERVICE_NAME',
  },
  sampledShare: {
    doc: 'Share of traces that are kept, 0 to 1.',
    schema: Type.Number({ minimum: 0, maximum: 1 }),
    default: 0.05,
    env: 'OTEL_TRACES_SAMPLER_ARG',
  },
})

/** Runs `work` inside a span; what it awaits and the spans it opens lie inside. An error is noted and thrown on. */
export const withSpan = <T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> =>
  trace.getTracer('ballast').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work()
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' })
      throw error
    } finally {
      span.end()
    }
  })

export interface Tracing {
  /** Sends what is left. */
  stop(): Promise<void>
}

// What is used of the SDK. It is not installed with the server: 20 MB that only traced installations need.
interface Sdk {
  readonly TracerProvider: new (options: object) => TracerProvider & { shutdown(): Promise<void> }
  readonly BatchSpanProcessor: new (options: object) => object
  readonly ParentBasedSampler: new (options: object) => object
  readonly TraceIdRatioBasedSampler: new (share: number) => object
}
interface Exporter {
  readonly OTLPTraceExporter: new (options: object) => object
}
interface Resources {
  readonly resourceFromAttributes: (attributes: object) => object
}
interface Contexts {
  readonly AsyncLocalStorageContextManager: new () => ContextManager
}

export const TRACING_PACKAGES = [
  '@opentelemetry/sdk-trace',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/resources',
  '@opentelemetry/context-async-hooks',
] as const

const loadSdk = async (): Promise<Sdk & Exporter & Resources & Contexts> => {
  try {
    const loaded = await Promise.all(TRACING_PACKAGES.map((name) => import(name) as Promise<object>))
    return Object.assign({}, ...loaded) as Sdk & Exporter & Resources & Contexts
  } catch (cause) {
    throw new Error(`Traces need packages that are not installed: npm install ${TRACING_PACKAGES.join(' ')}`, { cause })
  }
}

/** Starts tracing when an endpoint is configured; undefined when not. @throws when the SDK is not installed */
export const startTracing = async (
  config: ConfigOf<typeof telemetryConfig>,
  log: Log,
): Promise<Tracing | undefined> => {
  if (config.otlpEndpoint === undefined) return undefined
  const sdk = await loadSdk()
  const exporter = new sdk.OTLPTraceExporter({ url: `${config.otlpEndpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new sdk.TracerProvider({
    resource: sdk.resourceFromAttributes({ 'service.name': config.serviceName }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(config.sampledShare) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  })
  context.setGlobalContextManager(new sdk.AsyncLocalStorageContextManager().enable())
  trace.setGlobalTracerProvider(provider)
  log.info({ endpoint: config.otlpEndpoint, share: config.sampledShare }, 'tracing.started')
  return {
    stop: async () => {
      await provider.shutdown()
      trace.disable()
      context.disable()
    },
  }
}
