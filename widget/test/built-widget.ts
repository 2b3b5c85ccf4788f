// The built widget, for the tests that look at what is shipped: built once for all of them.
import { join } from 'node:path'
import { buildPages } from '../../tools/build-pages.ts'

/** Its folder; built first when a source changed. */
export const builtWidget = async (): Promise<string> => {
  await buildPages(() => undefined)
  return join(import.meta.dirname, '../dist')
}
