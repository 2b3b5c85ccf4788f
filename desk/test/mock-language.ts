// The stand-in's language lab: a few intents, versions that know some words, a training that moves with each look.
import { Problem } from '@ballast/contract/problems'
import type { Comparison, Example, Figures, Intent, LanguageModel, Training } from '@ballast/contract/routes/language'
import { ago, ME, uuid } from './mock-data.ts'

// biome-ignore lint/suspicious/noExplicitAny: inputs are checked against the route's schemas before they come here.
type Handle = (input: { params: any; query: any; body: any }) => unknown
type Routes = Record<string, Handle>

const intent = (id: string, en: string, zh: string, more: Partial<Intent> = {}): Intent => ({
  id,
  title: { zh, en },
  meaning: { zh: `${zh}。`, en: `The customer asks: ${en.toLowerCase()}.` },
  builtIn: true,
  on: true,
  examples: { builtIn: 3, own: 0 },
  ...more,
})
const SAID: Record<string, string[]> = {
  'order-where': ['where is my parcel', '我的快递到哪了', 'track my order'],
  refund: ['i want my money back', '我要退款', 'refund please'],
  size: ['which size fits me', '我穿什么码', 'is it too small'],
  coupon: ['my coupon does not work', '优惠券用不了', 'voucher refused'],
}
interface State {
  intents: Intent[]
  examples: Example[]
  models: LanguageModel[]
  training: Training | null
}
const start = (): State => ({
  intents: [
    intent('order-where', 'Where is my order', '订单在哪'),
    intent('refund', 'Refund', '退款'),
    intent('size', 'Which size', '尺码建议'),
    intent('coupon', 'Coupon does not work', '优惠券问题'),
    intent('none', 'None of these', '都不是', { examples: { builtIn: 0, own: 0 } }),
  ],
  examples: Object.entries(SAID).flatMap(([id, texts]) =>
    texts.map((text) => ({ id: null, intent: id, text, source: 'built-in' as const, addedAt: null })),
  ),
  models: [{ version: 0, status: 'published', createdAt: null, publishedAt: null, byStaffId: null, figures: null }],
  training: null,
})

export const figures = (accuracy: number): Figures => ({
  examples: 240,
  intents: 4,
  accuracy,
  interval: [accuracy - 0.03, accuracy + 0.03],
  macroF1: accuracy - 0.01,
  perIntent: Object.keys(SAID).map((id, at) => ({ intent: id, examples: 60, right: 57 - 4 * at, refused: at })),
  confusions: [
    { intent: 'coupon', said: 'refund', times: 9 },
    { intent: 'size', said: 'order-where', times: 6 },
    { intent: 'refund', said: 'coupon', times: 4 },
    { intent: 'coupon', said: 'none', times: 3 },
  ],
  reliability: Array.from({ length: 10 }, (_, at) => ({
    from: at / 10,
    to: (at + 1) / 10,
    count: at < 3 ? 0 : at * at,
    meanProbability: at < 3 ? 0 : at / 10 + 0.06,
    accuracy: at < 3 ? 0 : Math.min(1, at / 10 + 0.02),
  })),
  trainSeconds: 14.2,
  modelBytes: 5_235_901,
})

const find = (state: State, id: string): Intent => {
  const found = state.intents.find((each) => each.id === id)
  if (!found) throw new Problem('intent.not-found')
  return found
}
const counted = ({ intents, examples }: State): Intent[] =>
  intents.map((each) => {
    const own = examples.filter((example) => example.intent === each.id && example.id !== null).length
    return { ...each, examples: { ...each.examples, own } }
  })

const teachingRoutes = (state: State, means: Parameters<typeof languageRoutes>[0]): Routes => ({
  listIntents: () => ({
    intents: counted(state),
    inUse: state.models.find(({ status }) => status === 'published')?.version ?? 0,
  }),
  saveIntent: ({ params, body }) => {
    const held = state.intents.find(({ id }) => id === params.intentId)
    const made = held
      ? { ...held, on: body.on, title: body.title ?? held.title }
      : { ...intent(params.intentId, body.title.en, body.title.zh), builtIn: false, on: body.on }
    if (!held) delete (made as { meaning?: unknown }).meaning
    const fresh = held ? made : { ...made, examples: { builtIn: 0, own: 0 } }
    state.intents = held
      ? state.intents.map((each) => (each.id === made.id ? fresh : each))
      : [...state.intents.slice(0, -1), fresh, ...state.intents.slice(-1)]
    return { intent: fresh }
  },
  removeIntent: ({ params }) => {
    if (find(state, params.intentId).builtIn) throw new Problem('intent.built-in')
    state.intents = state.intents.filter(({ id }) => id !== params.intentId)
    state.examples = state.examples.filter((example) => example.intent !== params.intentId)
    return {}
  },
  listExamples: ({ params }) => {
    find(state, params.intentId)
    return { examples: state.examples.filter((example) => example.intent === params.intentId) }
  },
  saveExample: ({ params, body }) => {
    if (state.examples.some(({ id, text }) => text === body.text && id !== params.exampleId && id !== null))
      throw new Problem('example.exists')
    const example: Example = { id: params.exampleId, ...body, source: 'written', addedAt: ago(0) }
    state.examples = [example, ...state.examples.filter(({ id, text }) => id !== example.id && text !== body.text)]
    return { example }
  },
  removeExample: ({ params }) => {
    if (!state.examples.some(({ id }) => id === params.exampleId)) throw new Problem('example.not-found')
    state.examples = state.examples.filter(({ id }) => id !== params.exampleId)
    return {}
  },
  importExamples: ({ body }) => {
    const lines = String(body.csv).trim().split('\n')
    const rows = lines.map((line, at) => ({
      line: at + 1,
      text: line.split(',')[0]!,
      intent: line.split(',')[1] ?? '',
    }))
    const good = rows.filter((row) => state.intents.some(({ id }) => id === row.intent))
    if (!body.preview)
      for (const [at, { text, intent: id }] of good.entries())
        state.examples.unshift({ id: uuid(6, 50 + at), intent: id, text, source: 'imported', addedAt: ago(0) })
    const skipped = rows.filter((row) => !good.includes(row)).map(({ line }) => ({ line, why: 'unknown-intent' }))
    return { added: good.length, skipped }
  },
  exportExamples: () => ({ csv: 'text,intent\r\n' }),
  correctMessage: ({ params, body }) => {
    find(state, body.intent)
    const said = { id: uuid(6, 1), intent: body.intent, text: 'what they said', source: 'corrected' as const }
    const example: Example = { ...said, addedAt: ago(0) }
    means(params, body.intent)
    state.examples.unshift(example)
    return { example }
  },
})

/** Each look finds it further; the third finds it done. */
const trainingRoutes = (state: State): Routes => ({
  startTraining: () => {
    if (state.training?.state === 'running') throw new Problem('training.running')
    state.training = { id: uuid(6, 9), state: 'waiting', progress: 0, version: null, startedAt: ago(0) }
    return { training: state.training }
  },
  readTraining: () => {
    const now = state.training
    if (now === null || (now.state !== 'waiting' && now.state !== 'running')) return { training: now }
    const progress = now.progress + 45
    if (progress < 100) state.training = { ...now, state: 'running', progress }
    else {
      const version = Math.max(...state.models.map((model) => model.version)) + 1
      const made = { version, status: 'draft' as const, createdAt: ago(0), publishedAt: null, byStaffId: ME }
      state.models = [{ ...made, figures: figures(0.9 + version / 100) }, ...state.models]
      state.training = { ...now, state: 'done', progress: 100, version }
    }
    return { training: state.training }
  },
  cancelTraining: () => {
    if (state.training) state.training = { ...state.training, state: 'cancelled' }
    return { training: state.training }
  },
})

const compared = (left: number, right: number, own: boolean): Comparison => ({
  rows: own ? 2 : 120,
  left: { version: left, accuracy: 0.9, macroF1: 0.89, refused: 4 },
  right: { version: right, accuracy: 0.925, macroF1: 0.91, refused: 2 },
  differing: [
    { text: 'my voucher says no', intent: 'coupon', left: 'refund', right: 'coupon' },
    { text: '券怎么不能用', intent: 'coupon', left: 'none', right: 'coupon' },
    { text: 'money', intent: 'refund', left: 'refund', right: 'coupon' },
  ],
  skipped: own ? [{ line: 3, why: 'unknown-intent' }] : [],
})

const versionRoutes = (state: State): Routes => {
  return {
    listModels: () => ({ models: state.models }),
    publishModel: ({ params }) => {
      const chosen = state.models.find(({ version }) => version === params.version)
      if (!chosen) throw new Problem('model.not-found')
      state.models = state.models.map((model) => ({
        ...model,
        status: model === chosen ? 'published' : model.status === 'draft' ? 'draft' : 'retired',
      }))
      return { model: state.models.find(({ version }) => version === params.version) }
    },
    compareModels: ({ body }) => compared(body.left, body.right, body.csv !== undefined),
    tryLanguage: ({ body }) => {
      const known = /parcel|快递/i.test(body.text)
      const version = body.version ?? state.models.find(({ status }) => status === 'published')?.version ?? 0
      const verdict = {
        version,
        language: /[一-鿿]/.test(body.text) ? 'zh-Hans' : 'en',
        intent: known ? 'order-where' : 'none',
        probability: known ? 0.937 : 0.71,
        inScope: known ? 0.95 : 0.29,
        ranked: [
          { intent: 'order-where', probability: known ? 0.937 : 0.31 },
          { intent: 'refund', probability: 0.041 },
          { intent: 'coupon', probability: 0.012 },
        ],
        words: [
          { text: 'parcel', weight: 2.1 },
          { text: 'where', weight: 1.2 },
          { text: 'refund', weight: -0.9 },
        ],
        wishes: /and/.test(body.text)
          ? [
              { intent: 'order-where', text: 'Where is my parcel' },
              { intent: 'refund', text: 'refund please' },
            ]
          : [],
      }
      return { verdict }
    },
  }
}

/** `means`: a colleague has said what a message means. */
export const languageRoutes = (means: (at: Record<string, string>, intent: string) => void): Routes => {
  const state = start()
  return { ...teachingRoutes(state, means), ...trainingRoutes(state), ...versionRoutes(state) }
}
