// The language lab over HTTP.
import * as routes from '@ballast/contract/routes/language'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { correctMessage, removeExample, saveExample } from './change-examples.ts'
import { removeIntent, saveIntent } from './change-intents.ts'
import { compareModels } from './compare.ts'
import type { Language } from './create-language.ts'
import { importExamples } from './import-examples.ts'
import { exportExamples, listExamples, listIntents } from './list-intents.ts'
import { type LanguageParts, ours } from './parts.ts'
import type { Trainings } from './trainings.ts'
import { trySentence } from './try-sentence.ts'
import { listModels, publishModel } from './versions.ts'

export const serveLanguage = (http: HttpServer, gate: Gate, { parts, trainings }: Language): void => {
  serveTeaching(http, gate, parts)
  serveVersions(http, gate, { parts, trainings })
}

const serveTeaching = (http: HttpServer, gate: Gate, parts: LanguageParts): void => {
  serve(http, gate, routes.listIntents, ({ principal }) => listIntents(parts, ours(principal).tenant))
  serve(http, gate, routes.saveIntent, async ({ principal, params, body }) => ({
    intent: await saveIntent(parts, ours(principal), { ...params, ...body }),
  }))
  serve(http, gate, routes.removeIntent, async ({ principal, params }) => {
    await removeIntent(parts, ours(principal), params.intentId)
    return {}
  })
  serve(http, gate, routes.listExamples, async ({ principal, params }) => ({
    examples: await listExamples(parts, ours(principal).tenant, params.intentId),
  }))
  serve(http, gate, routes.saveExample, async ({ principal, params, body }) => ({
    example: await saveExample(parts, ours(principal), { ...params, ...body }),
  }))
  serve(http, gate, routes.removeExample, async ({ principal, params }) => {
    await removeExample(parts, ours(principal), params.exampleId)
    return {}
  })
  serve(http, gate, routes.importExamples, ({ principal, body }) => importExamples(parts, ours(principal), body))
  serve(http, gate, routes.exportExamples, async ({ principal }) => ({
    csv: await exportExamples(parts, ours(principal).tenant),
  }))
  serve(http, gate, routes.correctMessage, async ({ principal, params, body }) => ({
    example: await correctMessage(parts, ours(principal), { ...params, ...body }),
  }))
}

const serveVersions = (http: HttpServer, gate: Gate, { parts, trainings }: Pick<Language, 'parts' | 'trainings'>) => {
  const running: Trainings = trainings
  serve(http, gate, routes.startTraining, async ({ principal }) => ({ training: await running.start(ours(principal)) }))
  serve(http, gate, routes.readTraining, async ({ principal }) => ({
    training: await running.read(ours(principal).tenant),
  }))
  serve(http, gate, routes.cancelTraining, async ({ principal }) => ({
    training: await running.cancel(ours(principal).tenant),
  }))
  serve(http, gate, routes.listModels, async ({ principal }) => ({
    models: await listModels(parts, ours(principal).tenant),
  }))
  serve(http, gate, routes.publishModel, async ({ principal, params }) => ({
    model: await publishModel(parts, ours(principal), params.version),
  }))
  serve(http, gate, routes.compareModels, ({ principal, body }) => compareModels(parts, ours(principal).tenant, body))
  serve(http, gate, routes.tryLanguage, async ({ principal, body }) => ({
    verdict: await trySentence(parts, ours(principal).tenant, body),
  }))
}
