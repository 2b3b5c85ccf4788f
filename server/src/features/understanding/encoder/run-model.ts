// The encoder's own process. The runtime is native code that computes without yielding: here it can neither hold up the
// server's other work nor take the server down with it. Ends when the server does.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Opening {
  readonly folder: string
  readonly modelSha256: string
  /** The module that runs the model. */
  readonly runtime: string
}
export interface Question {
  readonly id: number
  readonly ids: readonly number[]
}
export type Told =
  | { readonly opened: true }
  | { readonly refused: string }
  | { readonly id: number; readonly answer: Float32Array }
  | { readonly id: number; readonly failed: string }

/** What of `onnxruntime-node` is used. */
interface Tensor {
  readonly data: unknown
  readonly dims: readonly number[]
}
interface Session {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>
}
interface Runtime {
  readonly InferenceSession: { create(path: string, options: object): Promise<Session> }
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => Tensor
}

/** The version the tests run: the last one that needs no install script, which in later ones fetches CUDA libraries. */
const RUNTIME_VERSION = '1.17.0'
const INPUTS = ['input_ids', 'attention_mask']
const OUTPUT = 'probabilities'
const ONE_THREAD = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 4 }

class Refusal extends Error {}

const digestOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  } catch (error) {
    throw new Refusal(`model.onnx cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`)
  }
  return hash.digest('hex')
}

/** Beside the model, where it outlives an update of the product, or among our own packages. */
const resolved = (folder: string, name: string): string | undefined => {
  for (const from of [join(folder, 'package.json'), import.meta.filename])
    try {
      return createRequire(from).resolve(name)
    } catch {
      // Asked at the next place.
    }
}

const loadRuntime = async ({ folder, runtime }: Opening): Promise<Runtime> => {
  const file = resolved(folder, runtime)
  if (file === undefined)
    throw new Refusal(
      `${runtime} is not installed; run: npm install --prefix ${JSON.stringify(folder)} ${runtime}@${RUNTIME_VERSION}`,
    )
  try {
    const module = (await import(pathToFileURL(file).href)) as { default?: Runtime } & Runtime
    return module.default ?? module
  } catch (error) {
    throw new Refusal(`${runtime} cannot be loaded here (${(error as Error).message.slice(0, 200)})`)
  }
}

const openSession = async (runtime: Runtime, folder: string): Promise<Session> => {
  let session: Session
  try {
    session = await runtime.InferenceSession.create(join(folder, 'model.onnx'), ONE_THREAD)
  } catch (error) {
    throw new Refusal(`model.onnx is no model this runtime can run (${(error as Error).message.slice(0, 200)})`)
  }
  const { inputNames, outputNames } = session
  const fits = inputNames.length === INPUTS.length && INPUTS.every((name) => inputNames.includes(name))
  if (!fits || !outputNames.includes(OUTPUT))
    throw new Refusal(
      `model.onnx takes ${inputNames.join(', ')} and gives ${outputNames.join(', ')}; ${INPUTS.join(', ')} and ${OUTPUT} are expected`,
    )
  return session
}

const ask = async (runtime: Runtime, session: Session, ids: readonly number[]): Promise<Float32Array> => {
  const tensor = (values: readonly bigint[]) => new runtime.Tensor('int64', BigInt64Array.from(values), [1, ids.length])
  const given = await session.run({
    input_ids: tensor(ids.map(BigInt)),
    attention_mask: tensor(ids.map(() => 1n)),
  })
  const data = given[OUTPUT]?.data
  if (!(data instanceof Float32Array)) throw new Error('the answer is not made of float32')
  return data
}

const tell = (told: Told) => process.send?.(told)

const open = async (opening: Opening): Promise<(question: Question) => Promise<void>> => {
  if ((await digestOf(join(opening.folder, 'model.onnx'))) !== opening.modelSha256)
    throw new Refusal('model.onnx is not the one card.json was written for')
  const runtime = await loadRuntime(opening)
  const session = await openSession(runtime, opening.folder)
  return async ({ id, ids }) => {
    try {
      tell({ id, answer: await ask(runtime, session, ids) })
    } catch (error) {
      tell({ id, failed: (error as Error).message.slice(0, 200) })
    }
  }
}

process.on('disconnect', () => process.exit(0))
process.once('message', async (opening: Opening) => {
  try {
    const answer = await open(opening)
    process.on('message', answer)
    tell({ opened: true })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    tell({ refused: error.message })
  }
})
