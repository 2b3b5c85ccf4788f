// What a shop pastes: <script async src="https://host/widget/loader.js" data-inbox="KEY"></script>.
// Adds one launcher button once the page has a moment; everything else waits for the first click (or for a visitor who
// talked before on this tab).
import { createCommands, type Queued } from './loader/commands.ts'
import { createFrame } from './loader/frame.ts'
import { createLauncher } from './loader/launcher.ts'
import { lookOf, readOptions } from './loader/options.ts'

declare global {
  interface Window {
    ballast?: unknown
  }
}

/** Reading storage and drawing are slow on a phone; a page that is never idle gets its button all the same. */
const LATEST_MS = 2_000
const whenIdle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: LATEST_MS })
  else setTimeout(run, 100)
}

const start = () => {
  const read = readOptions(document.currentScript)
  if (read === null) return
  let options = read
  const queued = Array.isArray(window.ballast) ? (window.ballast as Queued[]) : []
  const launcher = createLauncher({
    locale: options.locale,
    look: () => lookOf(options),
    onPress: () => commands.toggle(),
  })
  const frame = createFrame(
    () => options,
    launcher,
    (event) => commands.emit(event),
  )
  const commands = createCommands(frame, launcher, {
    get: () => options,
    set: (next) => {
      options = next
    },
  })
  window.ballast = commands.api
  for (const call of queued) commands.api.push(call)
  whenIdle(() => {
    launcher.draw()
    if (frame.talkedBefore()) whenIdle(frame.ensure)
  })
}

if (window.ballast === undefined || Array.isArray(window.ballast)) start()
