// Questions in words the packs do not have, written before they were asked once: how often the right entry comes first,
// and how often it is among three. The bars hold what search reaches today; a better search may raise them.
import { expect, test } from 'vitest'
import { buildIndex } from '../build-index.ts'
import { importedId } from '../import-entries.ts'
import { fillText, withDefaults } from '../rules/packs/fill-pack.ts'
import type { Language } from '../rules/packs/pack.ts'
import { loadPacks } from './load-packs.ts'

/** `question -> key`, one a line. */
const ASKED: Record<string, Record<Language, string>> = {
  apparel: {
    zh: `身高172 140斤这件上衣选啥号 -> size-body
毛衫下水以后变小了 -> wash-wool
羽绒服老是跑绒 -> fabric-down-leak
标签剪掉了还给退吗 -> return-tag
内衣拆了包装不想要了能退不能 -> return-underwear
快递三天没更新了 -> tracking-stuck
昨天刚付款今天就打折 -> price-drop
脚比较肥 买鞋要注意什么 -> size-wide-foot
这料子穿着会不会很透 -> fabric-sheer
包上的金属扣掉了你们管修吗 -> repair`,
    en: `I'm 5'6 and 130 pounds, which size should I get -> size-body
sweater got smaller after I washed it -> wash-wool
tiny feathers keep escaping from my jacket -> fabric-down-leak
already removed the tag, is a refund still possible -> return-tag
may I send back panties I opened -> return-underwear
no tracking movement since monday -> tracking-stuck
bought it yesterday and now it is discounted -> price-drop
shoes for broad feet -> size-wide-foot
will my bra show through this white shirt -> fabric-sheer
the handbag buckle came off, do you fix that -> repair`,
  },
  electronics: {
    zh: `洗衣机报E1 -> error-code
冰箱刚拉回来能立刻插电不 -> fridge-rest
充电宝带上飞机会不会被没收 -> power-bank
手机掉地上屏裂了 -> screen-broken
三楼没电梯冰箱能抬上去吗 -> deliver-upstairs
耳机右边没声 -> earbud-one-side
连不上家里无线网 -> smart-home
想要开公司抬头的票 -> invoice
同一个问题修了两回还坏 -> repair-again
客厅25平该买几匹的 -> aircon-room`,
    en: `washing machine is showing E1 -> error-code
can I plug in my new refrigerator immediately -> fridge-rest
will airport security take my power bank -> power-bank
dropped my phone and the glass cracked -> screen-broken
third floor without an elevator, can they carry the fridge -> deliver-upstairs
right earphone is silent -> earbud-one-side
appliance cannot join my home wifi -> smart-home
need an invoice made out to my company -> invoice
it was repaired two times and failed again -> repair-again
how many HP for a 25 square metre living room -> aircon-room`,
  },
  beauty: {
    zh: `用了以后脸肿了好痒 -> reaction
乳液和精华哪个先擦 -> routine-order
怀着宝宝可以擦吗 -> pregnancy
粉底买白了能换个号吗 -> exchange-shade
按压泵按半天出不来东西 -> pump
瓶身上的6M啥意思 -> opened-life
拆了塑封还给退么 -> return-opened
美容仪多久做一回 -> device-use
香水能不能空运 -> perfume-ship
怎么确定是不是真货 -> genuine`,
    en: `my face swelled up and itches after using it -> reaction
do I put lotion or serum on first -> routine-order
expecting a baby, may I use this cream -> pregnancy
foundation too pale, change for a darker one -> exchange-shade
pressing the pump and nothing happens -> pump
what does the 6M on the jar stand for -> opened-life
I took off the plastic, can it still go back -> return-opened
how many times a week should I use the device -> device-use
can fragrance be shipped by plane -> perfume-ship
how do I know it is the real thing -> genuine`,
  },
  'mother-baby': {
    zh: `九公斤的宝宝用哪个码的尿不湿 -> diaper-size
换了新奶粉一直拉稀 -> formula-switch
奶粉罐打开一个月了还能喝不 -> formula-opened
孩子把纽扣电池吞下去了 -> swallow
推车刹车踩了不管用 -> stroller-fault
座椅撞过车还能接着用吗 -> seat-accident
屁屁红了一片是尿裤的问题吗 -> diaper-rash
几个月可以开始吃米糊 -> solid-start
挤出来的母乳冷冻能存多长时间 -> milk-storage
奶粉铁罐摔瘪了 -> leak-powder`,
    en: `my baby weighs nine kilos, which nappy -> diaper-size
diarrhoea since the new formula -> formula-switch
tin has been open for a month, still usable -> formula-opened
my son swallowed a button battery -> swallow
stroller brake does not hold -> stroller-fault
seat was in a car crash, keep using it -> seat-accident
bottom turned red, is the nappy to blame -> diaper-rash
when can we begin with porridge -> solid-start
how many months can pumped milk stay frozen -> milk-storage
formula tin arrived with a dent -> leak-powder`,
  },
  food: {
    zh: `收到的时候冰都没了肉软了 -> refreeze
草莓坏了一半怎么算 -> fruit-bad
螃蟹到了有死的 -> seafood-alive
对花生过敏可以吃吗 -> allergens
猕猴桃硬邦邦的怎么弄软 -> fruit-ripe
面包长绿毛了 -> mould
订蛋糕要提前多长时间 -> cake-order
血糖偏高能不能吃 -> sugar
吃到一根头发恶心死了 -> foreign
蜂蜜底下有白色的东西 -> honey-oil`,
    en: `all the ice was gone and the meat was soft -> refreeze
half of the strawberries are rotten -> fruit-bad
two crabs were dead on arrival -> seafood-alive
I have a peanut allergy, is it safe -> allergens
the kiwis are rock hard, how do they get soft -> fruit-ripe
green mould on the loaf -> mould
how far in advance should I order a birthday cake -> cake-order
I have high blood sugar, may I eat this -> sugar
there was a hair in it -> foreign
white stuff at the bottom of the honey -> honey-oil`,
  },
}

/** Measured, of fifty each: zh 0.74 and 0.96, en 0.64 and 0.78. */
const BARS = { zh: { first: 0.72, among3: 0.9 }, en: { first: 0.62, among3: 0.76 } } as const

const idOf = (key: string, locale: string) => importedId('00000000-0000-7000-8000-000000000001', key, locale)
const packs = await loadPacks()
const ranks = (id: string, language: Language): number[] => {
  const pack = packs.get(id)!
  const locale = language === 'zh' ? 'zh-CN' : 'en'
  const fill = fillText(pack, withDefaults(pack, {}), language)
  const entries = pack.entries.map(({ key, topic, ...texts }) => {
    return { id: idOf(key, locale), topic, ...fill(texts[language]), version: 1, locale }
  })
  const index = buildIndex(entries)
  return ASKED[id]![language].split('\n').map((line) => {
    const [question, key] = line.split(' -> ') as [string, string]
    expect(
      pack.entries.some((entry) => entry.key === key),
      key,
    ).toBe(true)
    return index.search(question, locale, { limit: 3 }).findIndex(({ entryId }) => entryId === idOf(key, locale))
  })
}

test.each(['zh', 'en'] as const)('%s: questions in other words find their entry', (language) => {
  const all = Object.keys(ASKED).flatMap((id) => ranks(id, language))
  expect(Object.keys(ASKED).toSorted()).toEqual([...packs.keys()])
  const share = (among: number) => all.filter((rank) => rank >= 0 && rank < among).length / all.length
  expect({ first: share(1), among3: share(3) }).toEqual({
    first: expect.toSatisfy((value: number) => value >= BARS[language].first),
    among3: expect.toSatisfy((value: number) => value >= BARS[language].among3),
  })
})
