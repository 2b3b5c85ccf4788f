// The few words the launcher needs before anything is loaded, in every language the panel speaks.
interface LauncherWords {
  readonly open: string
  readonly close: string
  readonly unread: (count: number) => string
  /** Names the frame for assistive technology. */
  readonly frame: string
}

const WORDS: Readonly<Record<string, LauncherWords>> = {
  en: { open: 'Open chat', close: 'Close chat', unread: (n) => `, ${n} unread`, frame: 'Customer service chat' },
  zh: { open: '打开客服聊天', close: '关闭客服聊天', unread: (n) => `，${n} 条未读消息`, frame: '客服聊天' },
  'zh-Hant': { open: '開啟客服對話', close: '關閉客服對話', unread: (n) => `，${n} 則未讀訊息`, frame: '客服對話' },
  ja: {
    open: 'チャットを開く',
    close: 'チャットを閉じる',
    unread: (n) => `、未読${n}件`,
    frame: 'カスタマーサポート',
  },
  ko: { open: '채팅 열기', close: '채팅 닫기', unread: (n) => `, 읽지 않은 메시지 ${n}개`, frame: '고객 상담' },
  es: {
    open: 'Abrir el chat',
    close: 'Cerrar el chat',
    unread: (n) => `, ${n} sin leer`,
    frame: 'Chat de atención al cliente',
  },
}

/** Without a wish the launcher speaks as the page around it does: it is part of that page. */
export const wordsFor = (wish: string | null): LauncherWords & { readonly lang: string } => {
  const tag = wish ?? (document.documentElement.lang || navigator.language)
  const lang = /^zh-(hant|tw|hk|mo)/i.test(tag) ? 'zh-Hant' : tag.toLowerCase().split('-')[0]!
  const words = WORDS[lang]
  return words === undefined ? { ...WORDS.en!, lang: 'en' } : { ...words, lang }
}
