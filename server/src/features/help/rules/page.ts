// The help page as HTML, complete without a script: product, search, answers with steps, pictures and video. Pure.
import { codesIn } from '@ballast/understanding/codes'
import type { PageAnswer } from './answer-on-page.ts'
import { type Html, html } from './html.ts'
import { type Language, PAGE_WORDS, type PageWords } from './page-words.ts'

interface Medium {
  readonly kind: 'picture' | 'video'
  readonly fileId?: string
  readonly url?: string
  readonly alt: string
  readonly posterId?: string
  readonly width?: number
  readonly height?: number
}
interface Entry {
  readonly id: string
  readonly locale: string
  readonly kind: string
  readonly title: string
  readonly answer: string
  readonly steps: readonly { readonly text: string; readonly medium?: Medium }[]
  readonly media: readonly Medium[]
}
export interface PageView {
  readonly code: string
  readonly title: string
  readonly productId: string
  readonly image: string | null
  readonly inShop: boolean
  readonly entries: readonly Entry[]
  readonly answer: PageAnswer<Entry> | null
  readonly chat: string | null
  readonly question?: string
  /** Where a picture or video is served. Null: nowhere. */
  readonly address: (medium: Pick<Medium, 'fileId' | 'url'>) => string | null
}

/** Answers are written out up to here, bytes; what comes after is a link, and what comes after those is searched for. */
const WRITTEN_OUT = 9_000
const MOST_LISTED = 60
const bytesOf = ({ text }: Html): number => new TextEncoder().encode(text).length
const PLAYED = /\.(mp4|m4v|webm|mov)([?#]|$)/i

const frame = (words: PageWords, title: string, body: Html): string =>
  html`<!doctype html>
<html lang="${words.lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex"><title>${title}</title><link rel="icon" href="/mark.svg">
<link rel="stylesheet" href="/h/style.css"></head><body>${body}</body></html>`.text

const mediumView = (medium: Medium, view: PageView, words: PageWords): Html | null => {
  const src = view.address(medium)
  if (src === null) return null
  const caption = medium.alt !== '' && html`<figcaption>${medium.alt}</figcaption>`
  if (medium.kind === 'picture') {
    const { width, height } = medium
    const size = width && height ? html` width="${width}" height="${height}"` : null
    const alt = medium.alt || words.picture
    return html`<figure><a href="${src}" data-zoom aria-label="${words.larger}: ${alt}"><img src="${src}" alt="${alt}"${size} loading="lazy" decoding="async"></a>${caption}</figure>`
  }
  if (medium.fileId === undefined && !PLAYED.test(src))
    return html`<p><a href="${src}" rel="noopener noreferrer" target="_blank">${medium.alt || words.video} ↗</a></p>`
  const poster = medium.posterId === undefined ? null : html` poster="/media/${medium.posterId}"`
  const preload = poster === null ? 'metadata' : 'none'
  return html`<figure><video src="${src}" controls playsinline preload="${preload}"${poster} aria-label="${medium.alt || words.video}"></video>${caption}</figure>`
}

const entryBody = (entry: Entry, view: PageView, words: PageWords): Html => html`<div lang="${entry.locale}">
<p class="said">${entry.answer}</p>
${
  entry.steps.length > 0 &&
  html`<ol aria-label="${words.steps}">${entry.steps.map(
    ({ text, medium }) => html`<li><p class="said">${text}</p>${medium ? mediumView(medium, view, words) : null}</li>`,
  )}</ol>`
}
${entry.media.map((medium) => mediumView(medium, view, words))}</div>`

const here = (view: PageView, words: PageWords, query: string): string =>
  `/h/${view.code}?${query}${query === '' ? '' : '&'}lang=${words === PAGE_WORDS.zh ? 'zh' : 'en'}`

const chatButton = (view: PageView, words: PageWords): Html | null =>
  view.chat === null
    ? null
    : html`<section class="chat"><button type="button" data-chat hidden>${words.chat}</button>
<p class="quiet" data-chat hidden>${words.chatText}</p><p class="wrong" role="alert" data-chat-failed hidden>${words.chatFailed}</p>
<noscript><p class="quiet">${words.noScript}</p></noscript></section>`

const answerView = (view: PageView, words: PageWords): Html | null => {
  const { answer } = view
  if (answer === null) return null
  if (answer.is === 'unknown')
    return html`<section class="card unknown" role="status" id="answer"><h2>${words.unknown.replace('{}', view.question ?? '')}</h2>
<p>${words.unknownNext}</p>${chatButton(view, words)}</section>`
  return html`<section id="answer" aria-label="${words.answer}">${answer.entries.map(
    (entry) =>
      html`<article class="card"><h2 lang="${entry.locale}">${entry.title}</h2>${entryBody(entry, view, words)}</article>`,
  )}</section>`
}

const listView = (view: PageView, words: PageWords): Html => {
  if (view.entries.length === 0) return html`<p class="card quiet">${words.none}</p>`
  const solves = ({ kind, title }: Entry) => kind === 'solution' || codesIn(title).length > 0
  const solutions = view.entries.filter(solves)
  const others = view.entries.filter((entry) => !solves(entry))
  const more = solutions.length > MOST_LISTED || others.length > MOST_LISTED
  const link = ({ id, title, locale }: Entry) =>
    html`<li><a lang="${locale}" href="${here(view, words, `e=${id}`)}#answer">${title}</a></li>`
  let room = WRITTEN_OUT
  const told = others.slice(0, MOST_LISTED).map((entry) => {
    const body = html`<details class="card"><summary lang="${entry.locale}">${entry.title}</summary>${entryBody(entry, view, words)}</details>`
    room -= bytesOf(body)
    return room > 0 ? body : html`<ul class="links">${link(entry)}</ul>`
  })
  return html`${solutions.length > 0 && html`<h2>${words.codes}</h2><ul class="codes">${solutions.slice(0, MOST_LISTED).map(link)}</ul>`}
${others.length > 0 && html`<h2>${words.all}</h2>${told}`}${more && html`<p class="quiet">${words.more}</p>`}`
}

export const pageOf = (view: PageView, language: Language): string => {
  const words = PAGE_WORDS[language]
  const picture = view.image !== null && html`<img class="product" src="${view.image}" alt="" width="88" height="88">`
  const other = html`<a class="quiet" lang="${language === 'zh' ? 'en' : 'zh-CN'}" hreflang="${language === 'zh' ? 'en' : 'zh-CN'}" href="/h/${view.code}?lang=${language === 'zh' ? 'en' : 'zh'}">${words.other}</a>`
  const typed = view.question ?? ''
  const body = html`<main data-inbox="${view.chat ?? ''}" data-product="${view.productId}" data-title="${view.title}" data-locale="${words.lang}" data-close="${words.close}">
<header>${picture}<div><p class="quiet">${words.help}</p><h1>${view.title}</h1>${!view.inShop && html`<p class="quiet">${words.notInShop}</p>`}</div>${other}</header>
<form action="/h/${view.code}#answer" method="get" role="search"><label for="q">${words.typed}</label>
<div class="line"><input id="q" name="q" type="search" value="${typed}" maxlength="200" required autocomplete="off" autocapitalize="characters" enterkeyhint="search" placeholder="${words.example}">
<input type="hidden" name="lang" value="${language}"><button>${words.find}</button></div></form>
${answerView(view, words)}
${view.answer === null ? listView(view, words) : html`<p><a href="${here(view, words, '')}">← ${words.back}</a></p>`}
${view.answer?.is === 'unknown' ? null : chatButton(view, words)}
</main><script src="/h/page.js" defer></script>`
  return frame(words, `${view.title} · ${words.help}`, body)
}

/** In place of a page: turned off, never made, too many. */
export const noticePage = (notice: 'off' | 'lost' | 'flood', language: Language): string => {
  const words = PAGE_WORDS[language]
  const [title, text] = {
    off: [words.offTitle, words.offText],
    lost: [words.lostTitle, words.lostText],
    flood: [words.floodTitle, words.floodText],
  }[notice] as [string, string]
  return frame(words, title, html`<main class="notice"><h1>${title}</h1><p>${text}</p></main>`)
}

export interface Label {
  readonly title: string
  readonly url: string
  /** SVG of our own making. */
  readonly qr: Html
}
/** Labels to print, each on its own, three in a row. */
export const sheetPage = (labels: readonly Label[], language: Language): string => {
  const words = PAGE_WORDS[language]
  const body = html`<main class="sheet"><p class="screen"><button type="button" data-print hidden>${words.print}</button> <span class="quiet">${words.sheetHint}</span></p>
<ul class="labels">${labels.map(
    ({ title, url, qr }) =>
      html`<li>${qr}<b>${title}</b><span>${words.scan}</span><small>${url.replace(/^https?:\/\//, '')}</small></li>`,
  )}</ul></main><script src="/h/page.js" defer></script>`
  return frame(words, words.sheet, body)
}
