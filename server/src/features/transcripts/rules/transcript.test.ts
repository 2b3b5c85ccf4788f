// A letter's words, times and markup.
import { describe, expect, it } from 'vitest'
import { type Line, languageOf, transcriptLetter } from './transcript.ts'

const at = Date.parse('2026-11-11T16:05:00Z')
const lines: Line[] = [
  { who: 'customer', name: 'Ann', at, text: '几天到？' },
  { who: 'bot', name: '小舟', at: at + 1_000, text: '三天。' },
  { who: 'agent', name: '小李', at: at + 60_000, text: '<b onclick="x()">1 & 2</b>\n第二行' },
  { who: 'agent', at: at + 120_000, text: 'bye' },
]

describe('a transcript', () => {
  it('in Chinese, by the shop’s clock', () => {
    const { subject, text } = transcriptLetter(lines, {
      shop: '山脊',
      language: 'zh',
      timeZone: 'Asia/Shanghai',
      leftOut: 0,
    })
    expect(subject).toBe('您与山脊的对话记录')
    expect(text).toContain('您 · 2026年11月12日 GMT+8 00:05\n几天到？')
    expect(text).toContain('小舟 (机器人) · ')
    expect(text).toContain('客服 · ')
    expect(text).toContain('时间按 Asia/Shanghai 显示。')
    expect(text).not.toMatch(/Ann|未包含/)
  })
  it('in English, in another zone, with what was left out', () => {
    const { subject, text } = transcriptLetter(lines, { shop: 'Ridge', language: 'en', timeZone: 'UTC', leftOut: 7 })
    expect(subject).toBe('Your conversation with Ridge')
    expect(text).toContain('You · 11 Nov 2026, 16:05 GMT+0\n几天到？')
    expect(text).toContain('7 earlier messages are not included.')
  })
  it('whose HTML says what people wrote and does nothing', () => {
    const evil = '"><img src=x onerror=alert(1)>'
    const { html } = transcriptLetter([...lines, { who: 'agent', name: evil, at, text: evil }], {
      shop: evil,
      language: 'en',
      timeZone: 'UTC',
      leftOut: 0,
    })
    expect(html).toContain('&lt;b onclick=&quot;x()&quot;&gt;1 &amp; 2&lt;/b&gt;<br>第二行')
    expect(html.match(/<(img|b|script|a)\b/g)).toBeNull()
  })
  it.each([
    ['zh-CN', 'zh'],
    ['ZH', 'zh'],
    ['en-US', 'en'],
    ['fr', 'en'],
    [null, 'en'],
  ])('of %s is in %s', (locale, language) => expect(languageOf(locale)).toBe(language))
})
