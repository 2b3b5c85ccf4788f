// The page around the panel. Messages go to, and are taken from, exactly the origin named when the frame was made.
import { readToPanel, type ToHost, type ToPanel, type WidgetEvent } from '../bridge.ts'

export interface Host {
  readonly embedded: boolean
  say(message: ToHost): void
  event(event: WidgetEvent): void
  listen(run: (message: ToPanel) => void): void
}

export const connectHost = (origin: string | null): Host => {
  const say = (message: ToHost) => {
    if (origin !== null) window.parent.postMessage({ ballast: 1, ...message }, origin)
  }
  return {
    embedded: origin !== null,
    say,
    event: (event) => say({ t: 'event', event }),
    listen(run) {
      if (origin === null) return
      addEventListener('message', (message) => {
        if (message.source !== window.parent || message.origin !== origin) return
        const said = readToPanel(message.data)
        if (said !== null) run(said)
      })
      say({ t: 'ready' })
    },
  }
}
