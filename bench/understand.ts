// The whole verdict of 20-character Chinese messages on one core: mean, p99, and what the heap holds after a million.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readShipped } from '../tools/understanding/shipped-models.ts'
import { verdictOf } from '../understanding/src/verdict.ts'
import { type Benchmark, round } from './measure.ts'

/** Twenty characters each, as customers write: numbers, signs, anger, two wishes at once. */
const MESSAGES =
  '我昨天买的那件外套怎么还没有发货呀急用|请问这双跑鞋四十二码的现在还有没有现货|你们客服电话一直打不通我要投诉你们店铺|退货的运费到底是我自己出还是你们来承担|订单20261118001234怎么改地址|上周五申请的退款到今天都还没有到账呢啊|这条裙子洗了一次就严重褪色能不能给我退|刚付完款发现优惠券忘记用了可以补差价吗|能不能帮我开一张公司抬头的增值税电子票|快递显示已经签收了可是我根本没有收到货|太差劲了吧等了整整一个礼拜还没有发货！|谢谢你们的客服小姐姐回复特别快给个好评|我身高一七五体重七十公斤应该穿多大码呢|收到的杯子是碎的麻烦你们赶紧补发一个吧|预售的尾款什么时候可以付我怕错过时间了|帮我把收货电话改成13812345678|这个是不是正品啊我看别家卖得便宜好多呢|发错货了我要的是黑色你们寄过来的是白色|我想取消订单，另外运费险怎么理赔到账呢|机器人听不懂人话吗快点给我转人工客服！'.split(
    '|',
  )
const WARM = 30_000

/** V8 collects on demand once it is told that it may be asked. */
const collect = (): void => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
const heapUsed = (): number => {
  collect()
  return process.memoryUsage().heapUsed
}

const benchmark: Benchmark = async (report, options) => {
  const messages = Number(options.messages ?? 1_000_000)
  const began = performance.now()
  const { intents } = readShipped()
  const now = Date.UTC(2026, 10, 20)
  const first = verdictOf(MESSAGES[0]!, { intents, now })
  const startMs = performance.now() - began
  let characters = 0
  for (const message of MESSAGES) characters += [...message].length
  for (let i = 0; i < WARM; i++) verdictOf(MESSAGES[i % MESSAGES.length]!, { intents, now })
  const times = new Float64Array(messages)
  const before = heapUsed()
  const cpu = process.threadCpuUsage()
  for (let i = 0; i < messages; i++) {
    const started = performance.now()
    verdictOf(MESSAGES[i % MESSAGES.length]!, { intents, now })
    times[i] = performance.now() - started
  }
  const spent = process.threadCpuUsage(cpu)
  const after = heapUsed()
  const mean = times.reduce((sum, time) => sum + time, 0) / messages
  times.sort()
  report({
    name: 'whole verdict, Chinese',
    messages,
    meanCharacters: round(characters / MESSAGES.length, 1),
    meanMicros: round(mean * 1000, 1),
    p50Micros: round(times[Math.floor(messages / 2)]! * 1000, 1),
    p99Micros: round(times[Math.floor(messages * 0.99)]! * 1000, 1),
    // Of this thread alone: what others on the machine take does not count.
    cpuMicros: round((spent.user + spent.system) / messages, 1),
    startMs: round(startMs, 0),
    model: first.model,
    heapGrowthMegabytes: round((after - before) / 2 ** 20, 2),
  })
}
export default benchmark
