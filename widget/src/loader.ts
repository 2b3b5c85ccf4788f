// What a shop pastes: <script async src="https://host/widget/loader.js" data-inbox="KEY"></script>.
// Adds one launcher button; everything else waits for the first click (or for a visitor who talked before on this tab).
import { createCommands, type Queued } from './loader/commands.ts'
import { createFrame } from './loader/frame.ts'
import { createLauncher } from './loader/launcher.ts'
import { lookOf, readOptions } from './loader/options.ts'

declare global {
  interface Window {
    ballast?: unknown
  }
}

const start = () => {
  const read = readOptions(document.currentScript)
  if (read === null) return
  let options = read
  const queued = Array.isArray(window.ballast) ? (window.ballast as Queued[]) : []
  const launcher = createLauncher(options.locale, () => commands.toggle())
  launcher.setLook(lookOf(options))
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
  if (frame.talkedBefore()) {
    const wait = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500))
    wait(() => frame.ensure())
  }
}

if (window.ballast === undefined || Array.isArray(window.ballast)) start()
