import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feel } from './feel.ts'
import { emotionExamples } from './training.ts'
import { EMOTIONS, type Emotion } from './verdict.ts'

const CASES: readonly (readonly [text: string, emotion: Emotion])[] = [
  ['我的包裹现在在哪个城市', 'neutral'],
  ['这条裤子170穿哪个码合适', 'neutral'],
  ['怎么申请换货', 'neutral'],
  ['麻烦把发票寄给我，谢谢', 'neutral'],
  ['有蓝色的吗！', 'neutral'],
  ['如果不满意能退吗', 'neutral'],
  ['这个好用吗', 'neutral'],
  ['什么垃圾质量，穿一天就开线', 'angry'],
  ['你们就是一群骗子', 'angry'],
  ['再不退款我就去12315投诉', 'angry'],
  ['气死人了，等了一个月', 'angry'],
  ['一点都不满意', 'angry'],
  ['服务太差劲了！！！', 'angry'],
  ['质量不错，但是客服太敷衍，很生气', 'angry'],
  ['呵呵，你们真会做生意', 'angry'],
  ['真棒，第三次发错了', 'angry'],
  ['😡😡', 'angry'],
  ['好失望，还以为能赶上生日', 'sad'],
  ['唉，又没抢到', 'sad'],
  ['打开一看碎了，心都碎了', 'sad'],
  ['太可惜了😭', 'sad'],
  ['伤心，陪我多年的杯子坏了', 'sad'],
  ['有点担心收不到', 'afraid'],
  ['会不会漏电啊，好怕', 'afraid'],
  ['我账号是不是被盗了，很慌', 'afraid'],
  ['宝宝用了会过敏吗，担心', 'afraid'],
  ['吓死我了，突然冒烟', 'afraid'],
  ['谢谢，已经收到啦，很喜欢', 'happy'],
  ['客服态度真好，点赞', 'happy'],
  ['物流很快，包装也用心', 'happy'],
  ['虽然晚了一天，但是质量很好，满意', 'happy'],
  ['他妈的太好吃了', 'happy'],
  ['不错不错', 'happy'],
  ['没想到这么快就到了', 'surprised'],
  ['天哪，居然送了两个', 'surprised'],
  ['不会吧，又涨价了？', 'surprised'],
  ['where can i see my tracking number', 'neutral'],
  ['do you have this in size 40', 'neutral'],
  ['please send me the invoice, thanks', 'neutral'],
  ['what if it does not fit, can i return it if not happy', 'neutral'],
  ['this is ridiculous, three weeks and nothing', 'angry'],
  ['you are all liars', 'angry'],
  ['worst service ever', 'angry'],
  ['I WANT MY MONEY BACK NOW!!!', 'angry'],
  ['nice shoes but your support is horrible and I am furious', 'angry'],
  ['great, broken again', 'angry'],
  ['thanks for nothing', 'angry'],
  ['oh great, only two weeks late', 'angry'],
  ['so disappointed with the colour', 'sad'],
  ['my daughter cried when it arrived broken', 'sad'],
  ['such a shame it is sold out', 'sad'],
  ['heartbroken, the vase is in pieces :(', 'sad'],
  ['i am worried it will not arrive in time', 'afraid'],
  ['is it safe? i am scared it could explode', 'afraid'],
  ['i think my account was hacked, panicking', 'afraid'],
  ['my baby swallowed a button from it', 'afraid'],
  ['thank you so much, i love it', 'happy'],
  ['this jacket is damn good', 'happy'],
  ['arrived early and fits perfectly', 'happy'],
  ['a bit late but the quality is excellent, very happy', 'happy'],
  ['cheers, great help :)', 'happy'],
  ['wow, i did not expect a gift inside', 'surprised'],
  ['no way, it is already here?', 'surprised'],
  ['omg how is that possible', 'surprised'],
]

/** What words alone do not tell; kept here so that whoever teaches more notices. */
const MISSED: readonly (readonly [text: string, emotion: Emotion])[] = [
  ['客服真贴心，三天回我一个字', 'angry'],
  ['what a wonderful way to lose a customer', 'angry'],
]

describe('the feeling of a message', () => {
  it('is judged on sentences the model has not been taught', () => {
    const taught = new Set([...emotionExamples('zh'), ...emotionExamples('en')].map(({ text }) => text))
    expect(CASES.filter(([text]) => taught.has(text))).toEqual([])
  })
  it.each(CASES)('%s: %s', (text, emotion) => {
    const verdict = feel(text)
    expect(verdict.emotion, JSON.stringify(verdict)).toBe(emotion)
  })
  it.each(MISSED)('%s is not caught as %s', (text, emotion) => expect(feel(text).emotion).not.toBe(emotion))

  it.each([
    ['很好', '非常好'],
    ['有点失望', '非常失望'],
    ['good', 'absolutely brilliant'],
    ['slightly annoying', 'extremely annoying, the worst'],
  ])('%s is weaker than %s', (weak, strong) => expect(feel(weak).strength).toBeLessThan(feel(strong).strength))

  it.each([
    ['好看', '不好看'],
    ['我很满意', '我很不满意'],
    ['i am happy', 'i am not happy'],
    ['没有不满意', '不满意'],
    ['质量差但客服好', '客服好但质量差劲'],
  ])('%s stands above %s', (better, worse) => expect(feel(better).polarity).toBeGreaterThan(feel(worse).polarity))

  it.each([
    ['急急急，今天必须收到', 0.6],
    ['充电的时候冒烟了', 0.8],
    ['urgent, i need it today', 0.7],
    ['someone stole my card, my account is hacked', 0.8],
  ])('%s is urgent', (text, least) => expect(feel(text).urgency).toBeGreaterThanOrEqual(least))
  it.each(['不急，慢慢来', '什么时候都行', 'no rush, whenever you have time', '有蓝色的吗', 'do you have blue'])(
    '%s can wait',
    (text) => expect(feel(text).urgency).toBeLessThan(0.2),
  )

  it('one exclamation mark changes little, three and capitals are heard', () => {
    expect(feel('请帮我查一下！').emotion).toBe('neutral')
    expect(feel('WHERE IS MY ORDER').reasons).toContain('shouting')
    expect(feel('到底什么时候发货！！！').reasons).toContain('exclaims')
  })
  it('says which words decided', () => {
    expect(feel('垃圾，气死我了').reasons).toEqual(expect.arrayContaining(['垃圾', '气死']))
    expect(feel('not happy').reasons).toContain('happy (negated)')
    expect(feel('太棒了，又坏了').reasons).toContain('sarcasm')
  })
  it('reads signs, and no more, in other languages', () => {
    const verdict = feel('C’est nul 😡', { language: 'fr' })
    expect(verdict.emotion).toBe('angry')
    expect(verdict.probability).toBeLessThanOrEqual(0.6)
    expect(feel('配達はいつですか').emotion).toBe('neutral')
    expect(feel('Спасибо 😊').emotion).toBe('happy')
  })
  it('keeps its ranges on any text', () => {
    const inRange = (raw: string): void => {
      const verdict = feel(raw)
      expect(EMOTIONS).toContain(verdict.emotion)
      for (const value of [verdict.probability, verdict.strength, verdict.urgency, (verdict.polarity + 1) / 2]) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
      expect(verdict.reasons.length).toBeLessThanOrEqual(8)
      expect(feel(raw)).toEqual(verdict)
    }
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), inRange))
    const scraps = ['不', '好', '气', '死', '但', '是', '，', '？', '!', ' ', 'not', 'happy', '_', '|', '😡', '\ud83d']
    fc.assert(fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 40 }), (list) => inRange(list.join(''))))
  })
  it('reads a message of a megabyte at once', () => {
    const start = performance.now()
    feel('不好 not happy '.repeat(80_000))
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('the sentences it is taught', () => {
  it.each(['zh', 'en'] as const)('%s: at least 120 an emotion, none twice', (language) => {
    const examples = emotionExamples(language)
    for (const emotion of EMOTIONS)
      expect(examples.filter(({ label }) => label === emotion).length).toBeGreaterThanOrEqual(120)
    expect(new Set(examples.map(({ text }) => text)).size).toBe(examples.length)
  })
})
