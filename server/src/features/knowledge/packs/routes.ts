// Packs over HTTP: which there are, what one would say in this shop, install, remove.
import { problem } from '@ballast/contract/problems'
import { installPack, listPacks, previewPack, removePack } from '@ballast/contract/routes/packs'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { type Gate, serve } from '../../../platform/http/serve.ts'
import type { KnowledgeParts } from '../parts.ts'
import type { Pack } from '../rules/packs/pack.ts'
import { writerOf } from '../writer-of.ts'
import { installPack as install, removePack as remove } from './install-pack.ts'
import { loadPacks } from './load-packs.ts'
import { describePacks, previewPack as preview } from './read-packs.ts'

/** `folder`: where packs lie; those that come with the server when left out. */
export const packRoutes = (
  parts: KnowledgeParts & { readonly http: HttpServer; readonly gate: Gate; readonly folder?: string },
): void => {
  const { http, gate } = parts
  let loaded: ReturnType<typeof loadPacks> | undefined
  // A disk that failed once is asked again.
  const load = () =>
    loadPacks(parts.folder).catch((error: unknown) => {
      loaded = undefined
      throw error
    })
  const packs = () => (loaded ??= load())
  const packOf = async (id: string): Promise<Pack> => {
    const pack = (await packs()).get(id)
    if (pack === undefined) throw problem('pack.not-found')
    return pack
  }
  serve(http, gate, listPacks, async ({ principal }) => ({
    packs: await describePacks(parts, writerOf(principal).tenant, (await packs()).values()),
  }))
  serve(http, gate, previewPack, async ({ principal, params, body }) => {
    const entries = await preview(parts, { ...body, ...writerOf(principal), pack: await packOf(params.pack) })
    return { entries: entries.map(({ version: _, questions, ...entry }) => ({ ...entry, questions: [...questions] })) }
  })
  serve(http, gate, installPack, async ({ principal, params, body }) =>
    install(parts, { ...body, ...writerOf(principal), pack: await packOf(params.pack) }),
  )
  serve(http, gate, removePack, async ({ principal, params }) =>
    remove(parts, { ...writerOf(principal), pack: await packOf(params.pack) }),
  )
}
