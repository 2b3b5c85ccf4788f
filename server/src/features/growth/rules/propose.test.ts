import { describe, expect, it } from 'vitest'
import { readQuestion as sentenceOf } from '../background.ts'
import { countBlanks, covered, generalise } from './general.ts'
import { propose } from './propose.ts'

const now = Date.UTC(2026, 10, 20)
const general = (text: string, others: readonly string[] = [], locale = 'zh-CN') =>
  generalise(text, { others, locale, now })

describe('what every customer may be told', () => {
  it('numbers of orders and people become blanks, greetings go', () => {
    const { text, blanks } = general('王女士您好，订单BL20240611001可以刻字的，电话13800138000')
    expect(text).toBe('订单⟦订单号⟧可以刻字的，电话⟦客户信息⟧')
    expect(blanks).toBe(2)
  })
  it('a sum or a day that others were told too holds for all; one told once does not', () => {
    expect(general('刻字收费15元').text).toBe('刻字收费⟦金额⟧')
    expect(general('刻字收费15元', ['是的，15元']).text).toBe('刻字收费15元')
    expect(general('it will be sent on June 5', [], 'en').text).toBe('it will be sent on ⟦time⟧')
  })
  it('how long something takes stays', () => {
    expect(general('刻字需要三天，7个工作日内送到。').blanks).toBe(0)
  })
  it('what was covered before is a blank, too', () => {
    const { text, blanks } = general(covered('可以的，请加我微信，电话13800138000联系'))
    expect(text).not.toMatch(/\*|8000/)
    expect(blanks).toBeGreaterThan(0)
  })
})

describe('a draft', () => {
  const asked = (question: string, answer: string | null = null, language = 'zh') => ({ question, answer, language })
  it('takes the answer most like the others', () => {
    const answers = ['可以刻字，最多八个字，需要三天。', '可以刻字的，最多八个字。', '亲，这边建议您看看详情页哦']
    const proposal = propose(
      answers.map((answer, at) => asked(`可以刻字吗${'？'.repeat(at)}`, answer)),
      { now, sentenceOf },
    )
    expect(proposal.answer).toContain('最多八个字')
    const { locale, title, questions, blanks } = proposal
    expect({ locale, title, questions, blanks }).toEqual({
      locale: 'zh-CN',
      title: '可以刻字吗',
      questions: ['可以刻字吗'],
      blanks: 0,
    })
  })
  it('said to two customers in the same words, a price holds', () => {
    const both = [asked('刻字多少钱', '刻字收费15元'), asked('刻字收费吗', '刻字收费15元')]
    expect(propose(both, { now, sentenceOf })).toMatchObject({ answer: '刻字收费15元', blanks: 0 })
  })
  it('without answers it is a blank, with the questions filled in; covered ones are left out', () => {
    const english = ['do you engrave rings', 'can i get a ring engraved, call 138****8000']
    const proposal = propose(
      english.map((question) => asked(question, null, 'en')),
      { now, sentenceOf },
    )
    expect(proposal).toMatchObject({ locale: 'en', answers: 0, questions: ['do you engrave rings'] })
    expect(proposal.answer).toBe('⟦write the answer⟧')
    expect(countBlanks(proposal.answer)).toBe(1)
  })
})
