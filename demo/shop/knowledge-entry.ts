// How a knowledge entry of the demo shop is written down: both languages side by side.
export interface DemoText {
  readonly title: string
  readonly questions: readonly string[]
  readonly answer: string
}
export interface DemoKnowledge {
  /** Stable name of the entry; both languages share it. */
  readonly key: string
  readonly topic: string
  readonly zh: DemoText
  readonly en: DemoText
}
type Words = readonly [title: string, questions: string, answer: string]
const text = ([title, questions, answer]: Words): DemoText => ({ title, questions: questions.split('|'), answer })

/** `questions` are separated by `|`. */
export const entry = (key: string, topic: string, zh: Words, en: Words): DemoKnowledge => ({
  key,
  topic,
  zh: text(zh),
  en: text(en),
})
