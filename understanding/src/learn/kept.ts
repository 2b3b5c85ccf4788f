// The small models of this library by name: read from shipped bytes where somebody has read them, else taught on first use.
import { type Classifier, classifierFromBytes } from './classifier.ts'

const kept = new Map<string, Classifier>()

/** The model of this name; `teach` runs once, and only when no bytes were given before. */
export const keptModel = (name: string, teach: () => Classifier): Classifier => {
  const known = kept.get(name)
  if (known) return known
  const taught = teach()
  kept.set(name, taught)
  return taught
}

/** From now on the model of this name is the one these bytes hold. Bytes of something else: RangeError. */
export const keepModel = (name: string, bytes: Uint8Array): void => {
  kept.set(name, classifierFromBytes(bytes))
}
