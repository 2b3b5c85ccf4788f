// The abuse door: what a message may be besides a question.
export { evaluateAbuse, evaluateSpam, type MeasuredKinds, trainAbuse, trainSpam } from './evaluate-abuse.ts'
export { injectionModel } from './injection.ts'
export { type JudgeOptions, judgeAbuse } from './judge.ts'
export { RepeatSketch } from './repeats.ts'
export { spamModel } from './spam.ts'
export type { AbuseVerdict, Insult, SpamKind, Target } from './verdict.ts'
