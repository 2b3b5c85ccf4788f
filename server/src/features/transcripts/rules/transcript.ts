// A conversation as a letter, in the customer's language: plain text, and the same as simple HTML. Pure.

export interface Line {
  readonly who: 'customer' | 'bot' | 'agent'
  readonly name?: string
  /** Epoch ms. */
  readonly at: number
  readonly text: string
}
export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}
interface Setting {
  readonly shop: string
  readonly language: Language
  /** IANA name of the clock that times are told by. */
  readonly timeZone: string
  /** Earlier messages that did not fit. */
  readonly leftOut: number
}
export type Language = 'zh' | 'en'
export const languageOf = (locale: string | null): Language => (locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en')

const WORDS = {
  zh: {
    subject: (shop: string) => `您与${shop}的对话记录`,
    who: { customer: '您', bot: '智能助手', agent: '客服' },
    zone: (zone: string) => `时间按 ${zone} 显示。`,
    leftOut: (count: number) => `较早的 ${count} 条消息未包含在内。`,
    why: (shop: string) => `有人在${shop}的在线客服中请求把这段对话发到此邮箱。如果不是您，请忽略这封邮件。`,
    bot: '机器人',
    locale: 'zh-CN',
  },
  en: {
    subject: (shop: string) => `Your conversation with ${shop}`,
    who: { customer: 'You', bot: 'Assistant', agent: 'Agent' },
    zone: (zone: string) => `Times are in ${zone}.`,
    leftOut: (count: number) => `${count} earlier messages are not included.`,
    why: (shop: string) =>
      `Somebody asked in the chat of ${shop} to send this conversation here. If it was not you, ignore this letter.`,
    bot: 'bot',
    locale: 'en-GB',
  },
} as const

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one]!)

const clockOf = ({ language, timeZone }: Setting) => {
  const parts = { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  const { locale } = WORDS[language]
  const format = new Intl.DateTimeFormat(locale, { ...parts, hourCycle: 'h23', timeZone, timeZoneName: 'shortOffset' })
  return (at: number) => format.format(at)
}

const nameOf = ({ who, name }: Line, language: Language): string => {
  const words = WORDS[language]
  if (who === 'customer') return words.who.customer
  const shown = name ?? words.who[who]
  return who === 'bot' && name !== undefined ? `${shown} (${words.bot})` : shown
}

export const transcriptLetter = (lines: readonly Line[], setting: Setting): Letter => {
  const { language, shop, timeZone, leftOut } = setting
  const words = WORDS[language]
  const clock = clockOf(setting)
  const subject = words.subject(shop)
  const notes = [words.zone(timeZone), words.why(shop)]
  const said = lines.map((line) => ({ head: `${nameOf(line, language)} · ${clock(line.at)}`, text: line.text }))
  const before = leftOut === 0 ? [] : [words.leftOut(leftOut)]
  const text = [subject, ...before, ...said.map((one) => `${one.head}\n${one.text}`), `--\n${notes.join('\n')}`]
  const paragraph = (style: string, inner: string) => `<p style="margin:0 0 16px;${style}">${inner}</p>`
  const small = (note: string) => paragraph('color:#666;font-size:13px', escapeHtml(note))
  const html = [
    paragraph('font-weight:bold;font-size:18px', escapeHtml(subject)),
    ...before.map(small),
    ...said.map(({ head, text: body }) =>
      paragraph(
        'white-space:pre-wrap',
        `<span style="color:#666;font-size:13px">${escapeHtml(head)}</span><br>${escapeHtml(body).replace(/\n/g, '<br>')}`,
      ),
    ),
    ...notes.map(small),
  ]
  const page = `<!doctype html><html lang="${words.locale}"><head><meta charset="utf-8"></head>`
  const body = `<body style="font-family:sans-serif;max-width:640px">${html.join('\n')}</body></html>`
  return { subject, text: `${text.join('\n\n')}\n`, html: `${page}${body}` }
}
