// The money guard on one core: a message full of claims, cited and computed ones, and one with nothing to look at.
import { instantFact, moneyFact } from '../server/src/features/answering/rules/guard/fact.ts'
import { guard } from '../server/src/features/answering/rules/guard/guard.ts'
import { type Benchmark, round } from './measure.ts'

const CITED = [
  '签收后 7 天内可无理由退货，运费由卖家承担。满300减40，退款 3-5 个工作日到账，11月11日当天 8 折。详情请看说明。',
  'Orders over $49 ship free. Returns within 30 days; refunds take 5 to 7 business days; 20% off until 12 Nov. More below.',
]
const MESSAGES = {
  'cited, Chinese': '您好，签收后 7 天内可无理由退货，满300减40，退款 3-5 个工作日到账，11月11日当天 8 折。',
  'cited, English': 'Hello! Returns within 30 days; refunds take 5 to 7 business days; 20% off until 12 Nov.',
  computed: '这款现价 ¥199，到手 199.00 元，预计11月12日送达（11月12日 15:30），只要一百九十九块。',
  wrong: '这款只要 ¥99，满300减50，明天下午3点前送达，税率 9.1%，7 天内可退，8折。',
  'no claim': '您好，我是小石。查订单物流、退换货、尺码、优惠，都可以问我。',
}
const GROUNDS = {
  computed: [moneyFact({ amount: 19900, currency: 'CNY' }), instantFact('2026-11-12T07:30:00Z')],
  cited: CITED,
  now: Date.UTC(2026, 10, 10),
  timeZone: 'Asia/Shanghai',
}

const benchmark: Benchmark = async (report, options) => {
  const messages = Number(options.messages ?? 20_000)
  for (const [name, text] of Object.entries(MESSAGES)) {
    const said = { ...GROUNDS, parts: [{ kind: 'text' as const, text }] }
    const times = Array.from({ length: messages + 2_000 }, () => {
      const started = performance.now()
      guard(said)
      return performance.now() - started
    })
      .slice(2_000)
      .sort((a, b) => a - b)
    report({
      name: `guard, ${name}`,
      messages,
      characters: text.length,
      meanMicros: round((times.reduce((sum, one) => sum + one, 0) / messages) * 1000, 1),
      p50Micros: round(times[Math.floor(messages / 2)]! * 1000, 1),
      p99Micros: round(times[Math.floor(messages * 0.99)]! * 1000, 1),
    })
  }
}
export default benchmark
