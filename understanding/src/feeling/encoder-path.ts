// Where an encoder (BERT + BiLSTM class) would come in. No encoder is shipped or loaded: this is the shape a caller
// with I/O implements, and the join of its answer with ours.
import { EMOTIONS, type Emotion, type Feeling } from './verdict.ts'

/**
 * Implemented outside this library (it needs files and `onnxruntime-node`, loaded on demand): an ONNX model and its
 * tokenizer vocabulary, input ids and mask in, six logits out in the order of `EMOTIONS`, softmax applied.
 */
export interface EncoderPath {
  /** Name and version, stored with every verdict it took part in. */
  readonly name: string
  /** Probabilities in the order of `EMOTIONS`; resolves in bounded time or rejects, and then the fast verdict stands. */
  emotions(text: string): Promise<Float32Array>
}

/** The fast verdict with its emotion weighed against the encoder's, `share` (0..1) for the encoder. Pure. */
export const joinEncoder = (fast: Feeling, encoded: Float32Array, share: number): Feeling => {
  const own = (emotion: Emotion): number =>
    emotion === fast.emotion ? fast.probability : (1 - fast.probability) / (EMOTIONS.length - 1)
  const joined = EMOTIONS.map((emotion, i) => (1 - share) * own(emotion) + share * (encoded[i] ?? 0))
  const best = joined.indexOf(Math.max(...joined))
  const emotion = EMOTIONS[best]!
  const reasons = emotion === fast.emotion ? fast.reasons : [...fast.reasons.slice(0, 7), 'encoder']
  return { ...fast, emotion, probability: Math.min(1, joined[best]!), reasons }
}
