// What a shop pastes: <script async src="https://host/widget/loader.js" data-inbox="KEY"></script>.
// Adds one launcher button; everything else waits for the first click (or for a visitor who talked before on this tab).
import { createCommands, type Queued } from './loader/commands.ts'
import { createFrame } from './loader/frame.ts'
import { createLauncher } from './loader/launcher.ts'
import { readOptions } from './loader/options.ts'

declare global {
  interface Window {
    ballast?: unknown
  }
}

const start = () => {
  const options = readOptions(document.currentScript)
  if (options === null) return
  const queued = Array.isArray(window.ballast) ? (window.ballast as Queued[]) : []
  const launcher = createLauncher(options, () => commands.toggle())
  const frame = createFrame(options, launcher, (event) => commands.emit(event))
  const commands = createCommands(frame, launcher)
  window.ballast = commands.api
  for (const call of queued) commands.api.push(call)
  if (frame.talkedBefore()) {
    const wait = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500))
    wait(() => frame.ensure())
  }
}

if (window.ballast === undefined || Array.isArray(window.ballast)) start()
