// Advertising, fraud and illegal offers: a small model of sentences, moved by the ways such messages ask to be answered.

import { emotionExamples, READ, sentencesOf } from '../feeling/training.ts'
import { type Classifier, keptModel, trainClassifier } from '../learn/index.ts'
import { nfkc } from '../text/plain.ts'
import { INNOCENT } from './attempts.ts'
import { SPAM_SAYINGS } from './spam-sayings.ts'
import type { SpamKind } from './verdict.ts'

export const spamModel = (): Classifier =>
  keptModel('spam', () =>
    trainClassifier(
      [
        ...Object.entries(SPAM_SAYINGS).flatMap(([label, block]) =>
          sentencesOf(block).map((text) => ({ text, label })),
        ),
        ...[...emotionExamples('zh'), ...emotionExamples('en')].map(({ text }) => ({ text, label: 'none' })),
        ...sentencesOf(INNOCENT).map((text) => ({ text, label: 'none' })),
      ],
      { features: READ, balance: 0.5, kind: 'svm' },
    ),
  )

const LINK =
  /(?:https?:\/\/|www\.|\bt\.(?:cn|me)\/)\S+|\b[\w-]{2,}\.(?:com|cn|net|top|xyz|vip|cc|info|example)(?:\/\S*)?/i
const LINKS = new RegExp(LINK.source, 'gi')
const CONTACT =
  /(?:加|\+)\s?(?:我|我们)?\s?(?:微|薇|威|卫|徽|v|vx|wx|q|扣)(?:信|芯|心|号|群)?|微信[:：]?\s?[a-z0-9_-]{5,}|(?:进|入|扫码进|加)群|扫码|\bqq\s?[:：]?\s?\d{5,}|\b(?:whats ?app|telegram|dm me|wechat)\b/i
const BAIT =
  /退订回|回[tT]退|免费领|点击(?:领取|链接|进入|申请|办理)|戳链接|详询|热线|致电|咨询电话|名额有限|稳赚|包赚|日赚|返利|刷单|\b(?:click here|order now|sign up (?:now|today)|act now|limited offer|text back|call now|claim (?:now|it now|your (?:prize|reward|money))|lottery)\b/i
/** A customer who asks about such a message is not its sender. */
const ASKS_ABOUT =
  /是你们|你们发的|是真的吗|是不是(?:骗|诈)|骗人的吗|靠谱吗|可信吗|收到(?:了)?(?:一条|个)?.{0,6}(?:短信|电话|邮件)|有人冒充|\b(?:is this|did you|was that|are these) .{0,40}(?:you|real|legit|scam|yours|from you)\b|\bgot (?:a|this) (?:text|sms|email|call)\b/i

export const spamIn = (raw: string): { kind: SpamKind | 'none'; probability: number; reasons: string[] } => {
  const text = nfkc(raw.slice(0, 600))
  const model = spamModel()
  // No link is without a dot or two strokes.
  const mayLink = text.includes('.') || text.includes('//')
  const probabilities = model.probabilities(mayLink ? text.replace(LINKS, ' ') : text)
  const reasons: string[] = []
  let moved = 0
  const sign = (pattern: RegExp, name: string, weight: number): void => {
    if (!pattern.test(text)) return
    reasons.push(name)
    moved += weight
  }
  if (mayLink) sign(LINK, 'link', 0.7)
  sign(CONTACT, 'contact', 1.4)
  sign(BAIT, 'bait', 1.5)
  sign(ASKS_ABOUT, 'asks-about', -3)
  const none = probabilities[model.labels.indexOf('none')]!
  // A short line without any way to answer is somebody talking.
  const odds = Math.log((1 - none + 1e-4) / (none + 1e-4)) + moved - (moved > 0 ? 0.2 : text.length < 12 ? 1.2 : 0.6)
  const probability = 1 / (1 + Math.exp(-odds))
  let best = -1
  for (let c = 0; c < model.labels.length; c++)
    if (model.labels[c] !== 'none' && (best < 0 || probabilities[c]! > probabilities[best]!)) best = c
  const kind = probability >= 0.5 ? (model.labels[best] as SpamKind) : 'none'
  return { kind, probability, reasons }
}
