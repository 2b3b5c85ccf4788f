// The whole bot with a freshly installed pack: each question a pack is written for is put to it as a customer would, by
// somebody unknown in a shop without a shop system.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { heard } from '../../../../../demo/evaluation/evaluate.ts'
import { takeTurn } from '../../answering/index.ts'
import { noCommerce } from '../../commerce/index.ts'
import { buildIndex } from '../build-index.ts'
import { importedId } from '../import-entries.ts'
import { fillText, withDefaults } from '../rules/packs/fill-pack.ts'
import type { Language, Pack } from '../rules/packs/pack.ts'
import { loadPacks } from './load-packs.ts'

const TENANT = randomUUID()
const packs = [...(await loadPacks()).values()]
const localeOf = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en')
const entriesOf = (pack: Pack, language: Language) => {
  const locale = localeOf(language)
  const fill = fillText(pack, withDefaults(pack, {}), language)
  return pack.entries.map(({ key, topic, ...texts }) => {
    return { id: importedId(TENANT, key, locale), topic, ...fill(texts[language]), version: 1, locale }
  })
}
/** Both languages, taught: seconds each, so not within a test. */
const indexes = new Map(
  packs.map((pack) => {
    const names = pack.entries.map(({ key }) => key)
    return [pack.id, buildIndex([...entriesOf(pack, 'zh'), ...entriesOf(pack, 'en')], [...names, ...names])]
  }),
)
const outcomes = async (pack: Pack, language: Language): Promise<string[]> => {
  const locale = localeOf(language)
  const index = indexes.get(pack.id)!
  const knowledge = {
    search: async (asked: { text: string; locale: string; topics?: readonly string[]; limit?: number }) =>
      index.search(asked.text, asked.locale, asked),
  }
  const ask = async (text: string, id: string): Promise<string> => {
    const { outcome, sources } = await takeTurn(
      { commerce: noCommerce(), knowledge },
      {
        tenant: randomUUID(),
        inbox: { id: randomUUID(), locale, botName: 'Bot' },
        contact: { id: randomUUID(), externalId: null, verified: false, name: null, level: null },
        locale,
        dialog: null,
        recent: [],
        text,
        verdict: heard(text, 0),
        parts: [{ kind: 'text', text }],
        now: 0,
      },
    )
    const [source] = sources
    if (outcome !== 'answered' || source === undefined) return outcome
    return source.id === id ? 'right' : 'wrong'
  }
  return Promise.all(
    pack.entries.flatMap(({ key, ...texts }) =>
      texts[language].questions.map((text) => ask(text, importedId(TENANT, key, locale))),
    ),
  )
}

/** Somebody who asks for a person or complains is handed over: that is neither right nor wrong here. */
test.each([
  ['zh', 0.98],
  ['en', 0.98],
] as const)(
  '%s: the bot gives the entry a question is written for, and hardly ever another',
  async (language, least) => {
    const all = (await Promise.all(packs.map((pack) => outcomes(pack, language)))).flat()
    const share = (outcome: string) => all.filter((one) => one === outcome).length / all.length
    expect(all.length).toBeGreaterThan(1_800)
    expect(share('right')).toBeGreaterThanOrEqual(least)
    expect(share('wrong')).toBeLessThanOrEqual(0.002)
  },
)
