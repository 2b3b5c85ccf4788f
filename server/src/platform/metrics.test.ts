import { describe, expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'

describe('metrics', () => {
  it('renders its own metrics, and two registries never collide', async () => {
    const [one, two] = [createMetrics({ processMetrics: false }), createMetrics({ processMetrics: false })]
    one.counter({ name: 'frames_total', help: 'Frames.', labels: ['kind'] }).inc({ kind: 'send' }, 2)
    expect((await one.render()).text).toContain('ballast_frames_total{kind="send"} 2')
    expect((await two.render()).text).not.toContain('frames_total')
  })

  it('gives the same metric for the same name', () => {
    const metrics = createMetrics({ processMetrics: false })
    const wanted = { name: 'sockets', help: 'Sockets.' }
    expect(metrics.gauge(wanted)).toBe(metrics.gauge(wanted))
  })

  it('measures the process and the event loop', async () => {
    const metrics = createMetrics()
    await new Promise((done) => setTimeout(done, 30))
    const { text, contentType } = await metrics.render()
    expect(text).toContain('ballast_event_loop_delay_p99_seconds')
    expect(text).toContain('ballast_event_loop_utilisation_ratio')
    expect(text).toContain('process_resident_memory_bytes')
    expect(contentType).toContain('text/plain')
    metrics.close()
  })
})
