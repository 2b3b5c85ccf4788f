// Tones: small changes of manner, the same every time. Nothing is added to or taken from what is said.
import type { Voice } from '@ballast/contract/routes/voice'
import { aroundClaims } from './around-claims.ts'

type Change = readonly [RegExp, string]
const FORMAL: Readonly<Record<'zh' | 'en', readonly Change[]>> = {
  zh: [
    [/你们?/g, '您'],
    [/(?:哦|呀|啦|哈|呢|嘛|喔|噢)(?=[。！？!?~～，,]|$)/g, ''],
    [/[~～]+/g, ''],
    [/！+/g, '。'],
  ],
  en: [
    [/\bcan't\b/g, 'cannot'],
    [/\bwon't\b/g, 'will not'],
    [/n't\b/g, ' not'],
    [/\b(I|we|you|they)'ll\b/gi, '$1 will'],
    [/\b(we|you|they)'re\b/gi, '$1 are'],
    [/\bI'm\b/g, 'I am'],
    [/\b(it|that|there|here)'s\b/gi, '$1 is'],
    [/\bHi\b(?!-)|\bHey\b/g, 'Hello'],
    [/!+/g, '.'],
  ],
}
const WARM: Readonly<Record<'zh' | 'en', readonly Change[]>> = {
  zh: [
    [/^您好，/, '亲，您好呀，'],
    [/^好的，/, '好呀，'],
    [/^不客气！/, '不客气呀！'],
  ],
  en: [
    [/^Hello,/, 'Hello and welcome,'],
    [/^All right\b/, 'Of course'],
    [/^You are welcome!/, 'You are very welcome!'],
  ],
}

export const inTone = (text: string, { tone }: Pick<Voice, 'tone'>, language: 'zh' | 'en'): string => {
  if (tone === 'plain') return text
  const changes = (tone === 'formal' ? FORMAL : WARM)[language]
  // A warm opening belongs to the beginning of the text, so it is tried there alone.
  if (tone === 'warm') return changes.reduce((said, [from, to]) => said.replace(from, to), text)
  return aroundClaims(text, (stretch) => changes.reduce((said, [from, to]) => said.replace(from, to), stretch))
}
