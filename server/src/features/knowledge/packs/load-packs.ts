// The packs that come with the server, read when somebody first asks for them.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Closed, Text } from '@ballast/contract/primitives'
import { PackField } from '@ballast/contract/routes/packs'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Pack } from '../rules/packs/pack.ts'
import { readPack } from '../rules/packs/read-pack.ts'

export const PACKS_FOLDER = join(import.meta.dirname, '../../../../packs')

const Both = Closed({ zh: Text(500, { minLength: 1 }), en: Text(500, { minLength: 1 }) })
const manifest = Compile(Closed({ name: Both, description: Both, fields: Type.Array(PackField, { maxItems: 60 }) }))

const loadPack = async (folder: string, id: string): Promise<Pack> => {
  const read = (file: string) => readFile(join(folder, id, file), 'utf8')
  const readIfThere = (file: string) =>
    read(file).catch((error) => (error.code === 'ENOENT' ? '' : Promise.reject(error)))
  const [json, zh, en] = await Promise.all([read('pack.json'), read('zh.md'), read('en.md')])
  const asked = { zh: await readIfThere('asked.zh.md'), en: await readIfThere('asked.en.md') }
  const { pack, faults } = readPack(id, manifest.Parse(JSON.parse(json)), { zh, en, asked })
  if (faults.length > 0) throw new Error(faults.map(({ at, why }) => `${at}: ${why}`).join('\n'))
  return pack
}

/** By id. Throws with every fault of a pack that cannot be read: packs are part of the release, and tests read them all. */
export const loadPacks = async (folder = PACKS_FOLDER): Promise<ReadonlyMap<string, Pack>> => {
  const found = await readdir(folder, { withFileTypes: true })
  const ids = found.filter((one) => one.isDirectory()).map(({ name }) => name)
  const packs = await Promise.all(ids.toSorted().map((id) => loadPack(folder, id)))
  return new Map(packs.map((pack) => [pack.id, pack]))
}
