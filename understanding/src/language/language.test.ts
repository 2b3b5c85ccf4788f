// Which language a message is in, from one word on.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectLanguage, LANGUAGES } from './index.ts'

describe('detectLanguage', () => {
  it.each([
    ['我的快递到哪了', 'zh-Hans'],
    ['你好', 'zh-Hans'],
    ['发票', 'zh-Hans'],
    ['鲜の味道', 'zh-Hans'],
    ['訂單在哪裡', 'zh-Hant'],
    ['退貨', 'zh-Hant'],
    ['搜索京東商城', 'zh-Hant'],
    ['陳真', 'zh-Hant'],
    ["Ankara'ya ne zaman gelir", 'tr'],
    ['唔該幾時到', 'zh-Hant'],
    ['請問有優惠嗎', 'zh-Hant'],
    ['注文はどこですか', 'ja'],
    ['返品', 'ja'],
    ['領収書', 'ja'],
    ['在庫確認', 'ja'],
    ['東京の天気', 'ja'],
    ['주문 어디예요', 'ko'],
    ['ㅠㅠ', 'ko'],
    ['где мой заказ', 'ru'],
    ['привіт', 'unknown'],
    ['қайда', 'unknown'],
    ['أين طلبي', 'ar'],
    ['سفارش من کجاست', 'unknown'],
    ['สั่งของไป', 'th'],
    ['where is my parcel', 'en'],
    ['refund', 'en'],
    ['dónde está mi paquete', 'es'],
    ['gracias', 'es'],
    ['où est mon colis', 'fr'],
    ['bonjour', 'fr'],
    ['wo ist mein Paket', 'de'],
    ['danke', 'de'],
    ['cadê meu pacote', 'pt'],
    ['obrigado', 'pt'],
    ["dov'è il mio pacco", 'it'],
    ['đơn hàng đâu rồi', 'vi'],
    ['don hang cua toi dau', 'vi'],
    ['paket saya di mana', 'id'],
    ['kargom nerede', 'tr'],
    ['waar is mijn pakket', 'unknown'],
    ['gdzie jest moja paczka', 'unknown'],
    ['ok', 'unknown'],
    ['OK!!', 'unknown'],
    ['12345', 'unknown'],
    ['A10086', 'unknown'],
    ['👍', 'unknown'],
    ['(╯°□°)╯', 'unknown'],
    ['XL', 'unknown'],
    ['https://example.com/hola', 'unknown'],
    ['asdfgh', 'unknown'],
    ['नमस्ते', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text).language).toBe(language)
  })

  it('takes pinyin for Chinese, without being sure', () => {
    for (const text of ['nihao', 'kuaidi dao nale', 'wo yao tuikuan']) {
      const { language, confidence } = detectLanguage(text)
      expect(language).toBe('zh-Hans')
      expect(confidence).toBeLessThanOrEqual(0.6)
    }
  })

  it('takes no other language for pinyin', () => {
    for (const text of ['i am camile', 'can i change it', 'banana', 'mama mia', 'minta tolong', 'toi mua hang'])
      expect(detectLanguage(text).language).not.toBe('zh-Hans')
  })

  it('goes by the larger part and says when there are two', () => {
    expect(detectLanguage('我的order到哪了')).toMatchObject({ language: 'zh-Hans', mixed: true })
    expect(detectLanguage('please 帮我查一下')).toMatchObject({ language: 'zh-Hans', mixed: true })
    expect(detectLanguage('my order number is on the 快递 label')).toMatchObject({ language: 'en', mixed: false })
    expect(detectLanguage('füge Everybody Happy zur Playlist hinzu').language).toBe('de')
  })

  it('is surer of a sentence than of a word', () => {
    expect(detectLanguage('no').confidence).toBeLessThan(0.6)
    expect(detectLanguage('no he recibido mi pedido todavía').confidence).toBeGreaterThan(0.95)
    expect(detectLanguage('你好').confidence).toBeLessThan(detectLanguage('这个订单怎么还没发货').confidence)
  })

  it('answers for any text, in bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const { language, confidence } = detectLanguage(raw)
        expect(LANGUAGES).toContain(language)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1000 },
    )
    for (const unit of ['a', 'ni', '微 ', 'a.b@', '1a', "l'", '#a', '的a'])
      expect(LANGUAGES).toContain(detectLanguage(unit.repeat(10_000)).language)
  }, 10_000)
})
