// Words of the help pages, and which language a browser wants them in.

const EN = {
  lang: 'en',
  help: 'Product help',
  typed: 'Error code or question',
  example: 'e.g. E1, F05, cleaning',
  find: 'Find',
  answer: 'What helps',
  all: 'All about this product',
  more: 'There is more: type what you are looking for.',
  codes: 'Error codes',
  steps: 'Steps',
  none: 'Nothing is written about this product yet. Ask us in the chat.',
  unknown: 'We have no answer to “{}” for this product.',
  unknownNext: 'Check how it is written on the display, or ask us.',
  chat: 'Ask in the chat',
  chatText: 'We know which product you have.',
  chatFailed: 'The chat could not be opened. Check your connection and try again.',
  noScript: 'The chat needs JavaScript. Everything else on this page works without it.',
  notInShop: 'No longer in the shop; the help stays.',
  video: 'Watch the video',
  picture: 'Picture',
  larger: 'Show larger',
  close: 'Close',
  back: 'All about this product',
  offTitle: 'This code was turned off',
  offText: 'Please ask the shop where you bought the product.',
  lostTitle: 'There is no such code',
  lostText: 'Scan it again, or check the address.',
  floodTitle: 'Too many requests',
  floodText: 'Wait a moment, then load the page again.',
  other: '中文',
  print: 'Print',
  sheet: 'Labels',
  sheetHint: 'Print at 100 %, without margins added by the browser.',
  scan: 'Scan for help',
}
export type PageWords = typeof EN
export type Language = 'en' | 'zh'

const ZH: PageWords = {
  lang: 'zh-CN',
  help: '商品帮助',
  typed: '错误代码或问题',
  example: '例如 E1、F05、清洗',
  find: '查找',
  answer: '解决办法',
  all: '关于本商品',
  more: '还有更多说明，请输入要找的内容。',
  codes: '错误代码',
  steps: '步骤',
  none: '关于本商品还没有说明，请在聊天里问我们。',
  unknown: '没有找到本商品“{}”的说明。',
  unknownNext: '请核对显示屏上的写法，或直接问我们。',
  chat: '在线咨询',
  chatText: '我们已知道您用的是哪件商品。',
  chatFailed: '聊天没能打开，请检查网络后再试。',
  noScript: '在线咨询需要启用 JavaScript，本页其他内容不受影响。',
  notInShop: '本商品已下架，帮助仍然有效。',
  video: '观看视频',
  picture: '图片',
  larger: '放大',
  close: '关闭',
  back: '关于本商品的全部说明',
  offTitle: '这个二维码已停用',
  offText: '请联系您购买商品的店铺。',
  lostTitle: '没有这个二维码',
  lostText: '请重新扫描，或核对网址。',
  floodTitle: '请求太频繁',
  floodText: '请稍等片刻再刷新页面。',
  other: 'English',
  print: '打印',
  sheet: '标签',
  sheetHint: '请按 100% 比例打印，不要让浏览器缩放。',
  scan: '扫码获取帮助',
}
export const PAGE_WORDS: Record<Language, PageWords> = { en: EN, zh: ZH }

/** What was chosen on the page, else the first of the browser's languages we speak; otherwise English. */
export const languageOf = (chosen: unknown, accepted: string | undefined): Language => {
  if (chosen === 'zh' || chosen === 'en') return chosen
  for (const one of (accepted ?? '').slice(0, 500).split(',')) {
    const tag = one.trim().slice(0, 2).toLowerCase()
    if (tag === 'zh' || tag === 'en') return tag
  }
  return 'en'
}
