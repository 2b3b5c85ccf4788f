// The built desk, for tests: what is shipped, built once for all of them.
import { join } from 'node:path'
import { buildPages } from '../../tools/build-pages.ts'

/** The folder that holds index.html and assets/; built first when a source changed. */
export const builtDesk = async (): Promise<string> => {
  await buildPages(() => undefined)
  return join(import.meta.dirname, '../dist')
}
