import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feel } from './feel.ts'
import { toneOfVoice } from './tone-of-voice.ts'
import { trajectory } from './trajectory.ts'
import { EMOTIONS } from './verdict.ts'

const over = (lines: readonly string[]) => trajectory(lines.map((line) => feel(line)))

describe('a conversation', () => {
  it.each([
    [['在吗', '我的快递呢', '怎么还没到，太敷衍了吧', '你们就是骗子，气死我了']],
    [['你好', '发错货了', '又是复制粘贴，恶心', '投诉！我要投诉你们这群骗子']],
    [['查下订单', '烦死了，天天踢皮球', '垃圾店铺，还我钱']],
    [['where is my order', 'it was due last week', 'this is ridiculous', 'you are liars, i am furious']],
    [
      [
        'hi',
        'refund please',
        'stop sending me garbage answers, this is unacceptable',
        'worst company ever, i hate you',
      ],
    ],
    [['骗子', '太过分了，垃圾', '什么破店，气死了', '还我钱，骗子']],
  ])('%j raises the alarm', (lines) => {
    const found = over(lines)
    expect(found.alarm, JSON.stringify(found)).toBe(true)
    expect(found.reasons.some((reason) => reason.startsWith('anger.'))).toBe(true)
  })
  it.each([
    [[]],
    [['你好！']],
    [['有货吗！']],
    [['在吗', '快点！', '好的']],
    [['where is it!', 'ok thanks']],
    [['垃圾']],
    [['骗子，气死我了', '好的，谢谢，解决了']],
    [['this is unacceptable', 'ok, thank you, that helps a lot', 'great, all good now']],
    [['我好难过', '唉，可惜了']],
    [['担心收不到', '有点慌', '害怕']],
    [['谢谢', '太好了', '开心！！！']],
  ])('%j does not', (lines) => expect(over(lines).alarm).toBe(false))

  it('calms down', () => {
    const found = over(['骗子，气死我了', '垃圾店铺', '好的，谢谢你，解决了'])
    expect(found.trend).toBe('falling')
    expect(found.reasons).toContain('calmed')
  })
  it('forgets what was long ago', () =>
    expect(over(['骗子，气死我了', ...Array.from({ length: 12 }, () => '好的谢谢')]).anger).toBeLessThan(0.05))
})

describe('a voice', () => {
  const usual = { pitchMean: 190, pitchVariation: 2.8, energy: 1, speechRate: 4.5, pauses: 0.2, usualPitch: 190 }
  it.each([
    ['neutral', usual],
    ['angry', { ...usual, energy: 11, speechRate: 6, pitchVariation: 4, pitchMean: 220, pauses: 0.08 }],
    ['sad', { ...usual, energy: -4, speechRate: 3, pitchVariation: 1.2, pitchMean: 170, pauses: 0.42 }],
    ['afraid', { ...usual, energy: -1, speechRate: 6.3, pitchMean: 260, pitchVariation: 2.6, pauses: 0.32 }],
    ['happy', { ...usual, energy: 3, speechRate: 4.8, pitchMean: 225, pitchVariation: 4.8, pauses: 0.12 }],
    ['surprised', { ...usual, energy: 3, speechRate: 4, pitchMean: 265, pitchVariation: 6, pauses: 0.25 }],
  ] as const)('sounds %s', (emotion, voice) => {
    const verdict = toneOfVoice(voice)
    expect(verdict.emotion, JSON.stringify(verdict)).toBe(emotion)
    expect(verdict.probability).toBeLessThanOrEqual(0.75)
  })
  it('counts a guessed voice less than a known one', () => {
    const { usualPitch: _, ...unknown } = { ...usual, pitchMean: 240 }
    expect(toneOfVoice({ ...unknown, usualPitch: 190 }).strength).toBeGreaterThan(toneOfVoice(unknown).strength)
  })
  it('joins the same trajectory as words', () => {
    const shout = toneOfVoice({ ...usual, energy: 12, speechRate: 6.5, pitchVariation: 4, pauses: 0.05 })
    expect(trajectory([toneOfVoice(usual), shout, shout, shout]).alarm).toBe(true)
  })
  it('keeps its ranges on any numbers', () =>
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 5, maxLength: 5 }), ([a, b, c, d, e]) => {
        const verdict = toneOfVoice({ pitchMean: a!, pitchVariation: b!, energy: c!, speechRate: d!, pauses: e! })
        expect(EMOTIONS).toContain(verdict.emotion)
        for (const value of [verdict.probability, verdict.strength, verdict.urgency, (verdict.polarity + 1) / 2]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    ))
})
