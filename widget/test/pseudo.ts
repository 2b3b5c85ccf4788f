// A language that nobody speaks, made from English by code: accented, two fifths longer, in brackets. What is cut off, runs
// over its box or was never translated shows at once. Its Arabic twin turns the panel around.

/** Runs inside the page as well: it may use nothing from outside itself. */
const pseudoOf = (value: unknown, key = ''): unknown => {
  const accents: Record<string, string> = {
    a: 'å',
    e: 'é',
    i: 'î',
    o: 'ö',
    u: 'û',
    c: 'ç',
    n: 'ñ',
    s: 'š',
    t: 'ţ',
    y: 'ý',
  }
  if (typeof value === 'string') {
    if (key === 'locale') return value
    const longer = ' öñé ţŵö ţĥŕéé ƒöûŕ ƒîvé šîẋ šévéñ éîĝĥţ ñîñé ţéñ'.repeat(6).slice(0, Math.ceil(value.length * 0.4))
    return `[${value.replace(/[aeioucnsty]/g, (letter) => accents[letter] ?? letter)}${longer}]`
  }
  if (typeof value === 'function') return (...gaps: unknown[]) => pseudoOf(value(...gaps))
  if (Array.isArray(value)) return value.map((item) => pseudoOf(item))
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, pseudoOf(inner, name)]))
}

/** The built English words as a module that exports the pseudo ones under the same name. */
export const pseudoModule = (english: string, locale: string): string => {
  const exported = /export\s*\{\s*([\w$]+) as words\s*\};?/.exec(english)
  if (exported === null) throw new Error('the English words are exported in a way this test does not know')
  const made = `const pseudoOf=${pseudoOf.toString()};const made={...pseudoOf(${exported[1]}),locale:${JSON.stringify(locale)}};export{made as words};`
  return english.replace(exported[0], made)
}
