// Reads a frame that a stranger sent: JSON, known, of the right shape, or refused with a code and the path.
import { Problem, problem } from '@ballast/contract/problems'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { parseJson } from '../json.ts'
import { locateFault } from '../schema/locate-fault.ts'

export type FrameSchemas = Readonly<Record<string, TSchema>>
export type FrameOf<F extends FrameSchemas> = { [K in keyof F]: Static<F[K]> }[keyof F]

/**
 * `ref`: the id the frame carried, or that of the message it would change, when it could be read, so that the sender knows
 * what was refused.
 */
export type ReadFrame<F extends FrameSchemas> =
  | { readonly frame: FrameOf<F>; readonly ref: string | undefined }
  | { readonly refused: Problem; readonly ref: string | undefined }

const MAX_REF = 64

const refOf = (value: unknown): string | undefined => {
  const named = value as { id?: unknown; messageId?: unknown } | null
  const id = named?.id ?? named?.messageId
  return typeof id === 'string' && id.length <= MAX_REF ? id : undefined
}

/** Compiles the frames a transport takes (VISITOR_FRAMES, DESK_FRAMES). The reader never throws. */
export const compileFrames = <F extends FrameSchemas>(schemas: F): ((bytes: Buffer) => ReadFrame<F>) => {
  const compiled = new Map(Object.entries(schemas).map(([t, schema]) => [t, { schema, check: Compile(schema) }]))
  return (bytes) => {
    let value: unknown
    try {
      value = parseJson(bytes)
    } catch (error) {
      return { refused: error instanceof Problem ? error : problem('request.invalid'), ref: undefined }
    }
    const ref = refOf(value)
    const t = (value as { t?: unknown } | null)?.t
    const kind = typeof t === 'string' ? compiled.get(t) : undefined
    if (kind === undefined) return { refused: problem('frame.unknown', { path: '/t' }), ref }
    if (kind.check.Check(value)) return { frame: value as FrameOf<F>, ref }
    return { refused: problem('request.invalid', locateFault(kind.schema, value)), ref }
  }
}
