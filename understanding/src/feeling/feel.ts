// How a typed message feels: phrases by rule and a small linear model, joined; signs alone where the language is unknown.
import { type Classifier, keptModel, trainClassifier } from '../learn/index.ts'
import { type Signs, signsIn } from './signs.ts'
import { emotionExamples, READ } from './training.ts'
import { EMOTIONS, type Emotion, type Feeling, within } from './verdict.ts'
import { type Weighed, weigh } from './weigh.ts'

export interface FeelOptions {
  /** BCP 47 as `detectLanguage` gives it; words are read in `zh…` and `en`, elsewhere only signs. Default: by script. */
  readonly language?: string
  /** The message with obfuscations undone and traditional characters simplified; default: the message itself. */
  readonly normal?: string
}

/** Taught once, on first use, from the sentences beside this file (about a second); the same on every machine. */
export const emotionModel = (): Classifier =>
  keptModel('emotion', () =>
    trainClassifier([...emotionExamples('zh'), ...emotionExamples('en')], {
      features: READ,
      balance: 1,
      kind: 'svm',
    }),
  )

const READ_AT_MOST = 600
/** How far phrases outweigh the model: log odds a unit of weight. */
const PHRASE = 0.9
const SIGN = 1.7
const MODEL = 0.8

const readable = (text: string, language: string | undefined): boolean => {
  if (language) return /^(zh|en)/.test(language)
  if (/[\u3040-\u30ff\uac00-\ud7af]/.test(text)) return false
  return /[\u3400-\u9fff]/.test(text) || (/[a-z]/i.test(text) && !/[^\p{ASCII}\p{P}\p{S}\s\p{M}]/u.test(text))
}

type Weights = Record<Emotion, number>

const turned = (weighed: Weighed, signs: Signs): { weights: Weights; sarcastic: boolean } => {
  const weights = { ...weighed.weights }
  const dry = signs.dry && weights.angry + weights.sad + weights.happy > 0.5
  const sarcastic = weighed.sarcastic || dry
  if (!sarcastic) return { weights, sarcastic }
  weights.angry += weights.happy * 0.8 + 2.6
  weights.happy = 0
  return { weights, sarcastic }
}

const softmax = ({ angry, sad, afraid, happy, surprised, neutral }: Weights): Weights => {
  const most = Math.max(angry, sad, afraid, happy, surprised, neutral)
  const powers = {
    angry: Math.exp(angry - most),
    sad: Math.exp(sad - most),
    afraid: Math.exp(afraid - most),
    happy: Math.exp(happy - most),
    surprised: Math.exp(surprised - most),
    neutral: Math.exp(neutral - most),
  }
  const sum = total(powers)
  for (const emotion of EMOTIONS) powers[emotion] /= sum
  return powers
}
const total = ({ angry, sad, afraid, happy, surprised, neutral }: Weights): number =>
  angry + sad + afraid + happy + surprised + neutral

/** Politeness is not joy: thanks beside a complaint hardly counts. */
const withoutManners = (weights: Weights): Weights =>
  weights.angry + weights.sad + weights.afraid >= 1 ? { ...weights, happy: weights.happy * 0.35 } : weights

interface Read {
  readonly text: string
  readonly weighed: Weighed
  readonly weights: Weights
  readonly signs: Signs
  readonly sarcastic: boolean
  /** The language is one whose words we know. */
  readonly words: boolean
}

const probabilitiesOf = ({ text, weighed, weights, signs, sarcastic, words }: Read): Weights => {
  const logits: Weights = { angry: 0, sad: 0, afraid: 0, happy: 0, surprised: 0, neutral: 0 }
  if (words) {
    const model = emotionModel()
    const probabilities = model.probabilities(text)
    for (let c = 0; c < model.labels.length; c++)
      logits[model.labels[c] as Emotion] = MODEL * Math.log(Math.max(probabilities[c]!, 0.005))
  }
  for (const emotion of weighed.denied) logits[emotion] -= 3.5
  if (sarcastic) {
    logits.happy -= 3.5
    logits.surprised -= 2
  }
  // The model knows words of joy, not what stands before them; where the phrases only complain, they are believed.
  if (weights.happy === 0 && weights.angry + weights.sad + weights.afraid >= 0.4) logits.happy -= 2.5
  if (weighed.polite && weights.happy < 0.6) logits.happy -= 3
  let any = 0
  for (const emotion of EMOTIONS) {
    const weight = weights[emotion] * PHRASE + (signs.weights[emotion] ?? 0) * SIGN
    logits[emotion] += Math.min(weight, 5)
    if (emotion !== 'neutral') any += weight
  }
  // Nothing said with feeling: most messages to a shop are plain questions.
  if (any < 0.5) logits.neutral += 2.2
  const loud = signs.shouting > 0 || signs.exclaims >= 3
  if (loud) logits.angry += weights.happy > weights.angry ? 0 : 0.8
  return softmax(logits)
}

const loudness = (signs: Signs): number =>
  (signs.exclaims >= 2 ? Math.min(0.3, signs.exclaims * 0.06) : 0) + signs.shouting * 0.25

const reasonsOf = (weighed: Weighed, signs: Signs, sarcastic: boolean): string[] => {
  const reasons = weighed.reasons.slice(0, 5)
  if (sarcastic) reasons.push('sarcasm')
  for (const sign of signs.seen.slice(0, 2)) reasons.push(`sign ${sign}`)
  if (signs.shouting > 0) reasons.push('shouting')
  if (signs.exclaims >= 3) reasons.push('exclaims')
  return reasons.slice(0, 8)
}

/** Good against bad by phrases and signs alone; where there are none, what the chances say. */
const leaning = (weights: Weights, signs: Signs, otherwise: number): number => {
  const of = (emotion: Emotion): number => weights[emotion] + (signs.weights[emotion] ?? 0)
  const bad = of('angry') + of('sad') + of('afraid') * 0.7
  return of('happy') + bad > 0 ? (of('happy') - bad) / (of('happy') + bad + 0.5) : otherwise
}

const modelWords = (text: string, emotion: Emotion): string[] =>
  emotionModel()
    .explain(text, emotion)
    .filter(({ words, weight }) => weight > 0.15 && /\p{Script=Han}{2}|[a-z]{2}/u.test(words))
    .slice(0, 3)
    .map(({ words }) => words)

/** Pure and deterministic; reads the first 600 UTF-16 units; never throws. */
export const feel = (raw: string, options: FeelOptions = {}): Feeling => {
  const text = (options.normal ?? raw).slice(0, READ_AT_MOST)
  const signs = signsIn(raw.slice(0, READ_AT_MOST))
  const words = readable(text, options.language)
  const weighed = weigh(words ? text : '')
  const { weights: meant, sarcastic } = turned(weighed, signs)
  const weights = withoutManners(meant)
  const chances = probabilitiesOf({ text, weighed, weights, signs, sarcastic, words })
  let emotion: Emotion = 'angry'
  for (const each of EMOTIONS) if (chances[each] > chances[emotion]) emotion = each
  const probability = words ? chances[emotion] : Math.min(0.6, chances[emotion])
  const good = chances.happy
  const bad = chances.angry + chances.sad * 0.9 + chances.afraid * 0.7
  const said = total(weights) - weights.neutral
  const signed = signs.seen.length > 0 ? Object.values(signs.weights).reduce((a, b) => a + b, 0) : 0
  const felt = 1 - chances.neutral
  const reasons = reasonsOf(weighed, signs, sarcastic)
  return {
    polarity: within(0.6 * (good - bad) + 0.4 * leaning(weights, signs, good - bad), -1, 1),
    strength: within(felt * (0.25 + Math.min(0.6, (said + signed) * 0.15) + loudness(signs)), 0, 1),
    emotion,
    probability,
    urgency: within(weighed.urgency + (chances.angry > 0.6 ? 0.1 : 0) + (loudness(signs) ? 0.1 : 0), 0, 1),
    reasons: reasons.length || emotion === 'neutral' || !words ? reasons : modelWords(text, emotion),
  }
}
