// Metrics in Prometheus form. A part like any other: its registry is its own, so two servers in one test never collide.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface MetricOptions {
  /** Snake case without prefix; `ballast_` is put before it. Counters end in `_total`, times in `_seconds`. */
  readonly name: string
  readonly help: string
  readonly labels?: readonly string[]
}

export interface Metrics {
  readonly registry: Registry
  /** Asking again for a name gives the same metric. */
  counter(options: MetricOptions): Counter
  gauge(options: MetricOptions): Gauge
  /** `buckets` in the metric's unit; default 0.5 ms to 10 s. */
  histogram(options: MetricOptions & { readonly buckets?: readonly number[] }): Histogram
  /** The page Prometheus scrapes, and its content type. */
  render(): Promise<{ text: string; contentType: string }>
  close(): void
}

const BUCKETS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]

const watchEventLoop = (registry: Registry): (() => void) => {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  let before = performance.eventLoopUtilization()
  new Gauge({
    name: 'ballast_event_loop_delay_p99_seconds',
    help: '99th percentile of the event loop delay since the last scrape.',
    registers: [registry],
    collect() {
      // The sampler itself waits 10 ms; what is above that is delay.
      this.set(Math.max(0, delay.percentile(99) / 1e9 - 0.01))
      delay.reset()
    },
  })
  new Gauge({
    name: 'ballast_event_loop_utilisation_ratio',
    help: 'Share of time the event loop was busy since the last scrape.',
    registers: [registry],
    collect() {
      const now = performance.eventLoopUtilization()
      this.set(performance.eventLoopUtilization(now, before).utilization)
      before = now
    },
  })
  return () => delay.disable()
}

/** `processMetrics` (default true): memory, CPU, GC and event loop of this process. */
export const createMetrics = (options: { readonly processMetrics?: boolean } = {}): Metrics => {
  const registry = new Registry()
  let close = () => {}
  if (options.processMetrics ?? true) {
    collectDefaultMetrics({ register: registry })
    close = watchEventLoop(registry)
  }
  const definition = ({ name, help, labels = [] }: MetricOptions) => ({
    name: `ballast_${name}`,
    help,
    labelNames: [...labels],
    registers: [registry],
  })
  const known = <T>(name: string): T | undefined => registry.getSingleMetric(`ballast_${name}`) as T | undefined
  return {
    registry,
    counter: (wanted) => known<Counter>(wanted.name) ?? new Counter(definition(wanted)),
    gauge: (wanted) => known<Gauge>(wanted.name) ?? new Gauge(definition(wanted)),
    histogram: (wanted) =>
      known<Histogram>(wanted.name) ??
      new Histogram({ ...definition(wanted), buckets: [...(wanted.buckets ?? BUCKETS)] }),
    render: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
    close: () => {
      close()
      registry.clear()
    },
  }
}
