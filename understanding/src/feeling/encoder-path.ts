// Where an encoder (BERT + BiLSTM class) comes in: the shape of one, which a caller with I/O implements (the server does),
// and the join of its answer with ours. None is shipped.
import { EMOTIONS, type Emotion, type Feeling } from './verdict.ts'

/** An ONNX model with its vocabulary: token ids and mask in, a probability for each of `EMOTIONS` out. */
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
