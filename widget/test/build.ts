// Builds the widget once for the tests that look at what is shipped.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

let built: Promise<unknown> | undefined
export const buildWidget = () => {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  built ??= build({ configFile, logLevel: 'warn' })
  return built
}
