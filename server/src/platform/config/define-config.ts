// Settings as data: each feature declares its own beside its code; one reader turns the environment into typed values
// and one renderer writes the operators' page, so neither can drift from the code.
import type { Static, TSchema } from 'typebox'

export interface Setting<S extends TSchema = TSchema> {
  /** One or two sentences for operators: what it does, its unit. */
  readonly doc: string
  readonly schema: S
  /** Used when the variable is unset or empty. Without one the value may be `undefined`. */
  readonly default?: Static<S>
  /** Name of the environment variable. */
  readonly env: string
  /** Never shown in the docs or in an error. */
  readonly secret?: boolean
}
export type Settings = Readonly<Record<string, Setting>>

type DefaultsFit<T extends Settings> = { [K in keyof T]: { readonly default?: Static<T[K]['schema']> } }

/** `{port: 8080, …}`: the values of one group of settings. */
export type ConfigOf<T extends Settings> = {
  readonly [K in keyof T]: T[K] extends { readonly default: unknown }
    ? Static<T[K]['schema']>
    : Static<T[K]['schema']> | undefined
}

export const defineConfig = <const T extends Settings>(settings: T & DefaultsFit<T>): T => settings
