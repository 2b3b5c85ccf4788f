// Which language a text is in: by its script first, by a few frequent words where scripts are shared.
const SCRIPTS: readonly (readonly [language: string, from: number, to: number])[] = [
  ['ja', 0x3040, 0x30ff],
  ['ko', 0xac00, 0xd7a3],
  ['zh', 0x3400, 0x9fff],
  ['th', 0x0e00, 0x0e7f],
  ['ar', 0x0600, 0x06ff],
  ['he', 0x0590, 0x05ff],
  ['ru', 0x0400, 0x04ff],
  ['el', 0x0370, 0x03ff],
  ['hi', 0x0900, 0x097f],
]

const FREQUENT: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the is my i you to a and it of for where when how what do can not in on please order have'.split(' ')),
  es: new Set('el la los mi es donde dónde está cuando que pedido por favor quiero una con para'.split(' ')),
  fr: new Set('le les mon ma est où quand je vous commande bonjour une pour avec pas des'.split(' ')),
  de: new Set('der die das ist mein meine wo wann ich nicht bestellung bitte und ein für'.split(' ')),
  it: new Set('il mio dove quando ordine sono che per non una ciao vorrei'.split(' ')),
  pt: new Set('meu minha onde quando pedido está não por favor uma quero olá'.split(' ')),
}

const byScript = (text: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x0370) continue
    const script = SCRIPTS.find(([, from, to]) => code >= from && code <= to)
    if (script) counts.set(script[0], (counts.get(script[0]) ?? 0) + 1)
  }
  return counts
}

const byWords = (text: string): string | null => {
  const list = text.split(/[^a-zà-ÿ]+/).filter(Boolean)
  if (list.length === 0) return null
  let found = 'en'
  let most = 0
  for (const [language, frequent] of Object.entries(FREQUENT)) {
    const hits = list.filter((word) => frequent.has(word)).length
    if (hits > most) {
      found = language
      most = hits
    }
  }
  return found
}

/** `folded` as `fold` gives it. `fallback` is used when the text has no letters, or only an order number. */
export const languageOf = (folded: string, fallback: string): string => {
  const counts = byScript(folded)
  // A single kana makes a text Japanese, however many Han characters stand beside it.
  if ((counts.get('ja') ?? 0) > 0) return 'ja'
  const [script] = [...counts].sort((a, b) => b[1] - a[1])
  if (script) return script[0]
  const prose = folded.replace(/[a-z]{0,4}\d+[a-z0-9]*/g, ' ').replace(/\b(xs|s|m|l|xl|xxl|cm|kg|ok)\b/g, ' ')
  return byWords(prose) ?? fallback
}
