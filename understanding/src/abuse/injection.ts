// Attempts to steer the bot against its instructions: patterns over the text with its disguises taken off, and a small model.

import { emotionExamples, READ, sentencesOf } from '../feeling/training.ts'
import { type Classifier, keptModel, trainClassifier } from '../learn/index.ts'
import { nfkc } from '../text/plain.ts'
import { ATTEMPTS, INNOCENT } from './attempts.ts'

export const injectionModel = (): Classifier =>
  keptModel('injection', () =>
    trainClassifier(
      [
        ...sentencesOf(ATTEMPTS).map((text) => ({ text, label: 'attempt' })),
        ...sentencesOf(INNOCENT).map((text) => ({ text, label: 'innocent' })),
        ...[...emotionExamples('zh'), ...emotionExamples('en')].map(({ text }) => ({ text, label: 'innocent' })),
      ],
      { features: READ, kind: 'svm', balance: 0.5 },
    ),
  )

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ο: 'o',
  ι: 'i',
  α: 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const spelt = (text: string): string =>
  text.replace(/[a-zа-яіѕοια013457@$!]*[a-zа-яіѕοια][a-zа-яіѕοια013457@$!]*/g, (word) =>
    [...word].map((sign) => LOOKALIKES[sign] ?? sign).join(''),
  )
/** `i g n o r e` and `忽·略` written together; three or more letters standing alone are one word. */
const joined = (text: string): string =>
  text
    .replace(/(?<![a-z])(?:[a-z][\s.*_\-|·]{1,2}){3,}[a-z](?![a-z])/g, (word) => word.replace(/[\s.*_\-|·]/g, ''))
    .replace(/(?<=\p{Script=Han})[\s.·*_\-|/~]{1,2}(?=\p{Script=Han})/gu, '')

const decoded = (text: string): string => {
  const code = /[A-Za-z0-9+/]{24,}={0,2}/.exec(text)?.[0]
  if (!code || code.length > 800) return ''
  try {
    const bytes = Uint8Array.from(atob(code.slice(0, code.length - (code.length % 4))), (unit) => unit.charCodeAt(0))
    const plain = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /^[\p{L}\p{N}\p{P}\p{Z}\s]+$/u.test(plain) ? plain : ''
  } catch {
    return ''
  }
}

/** Han and signs that no disguise is made of, alone: nothing to undo. */
const OPEN = new Uint8Array(0x10000)
for (const sign of '。、，！？,!?') OPEN[sign.charCodeAt(0)] = 1
OPEN.fill(1, 0x3400, 0x4dc0).fill(1, 0x4e00, 0xa000)
const isOpen = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (OPEN[text.charCodeAt(i)] === 0) return false
  return true
}

export const undisguised = (raw: string): string => {
  const cut = raw.slice(0, 1500)
  if (isOpen(cut)) return nfkc(cut)
  const plain = nfkc(cut.replace(INVISIBLE, ''))
  return joined(spelt(`${plain} ${decoded(plain)}`.toLowerCase()))
    .replace(/\s+/g, ' ')
    .trim()
}

const DROP =
  "(?:ignor\\w*|disregard\\w*|forget|override|overrule|bypass|drop|discard|do not follow|don'?t follow|stop following|cancel|skip)"
const RULES =
  '(?:instructions?|prompts?|rules|guidelines|directives|directions|polic(?:y|ies)|restrictions?|programming|system message|training|constraints|safety)'
/** Patterns with the odds they carry alone. */
const PATTERNS: readonly (readonly [name: string, pattern: RegExp, probability: number])[] = [
  [
    'drop-rules',
    new RegExp(
      `\\b${DROP}\\b.{0,25}\\b(?:all|any|every\\w*|your|rules above|rules you|previous|prior|above|earlier|preceding|the (?:above|previous|system|store|shop))\\b.{0,25}\\b${RULES}\\b`,
    ),
    0.93,
  ],
  [
    'forget-above',
    /\b(?:ignore|forget|disregard) (?:all|everything|anything|whatever)(?: of)?(?: what)?(?: you)?(?: (?:above|before|were told|was said|said before|know|have been told|the (?:shop|store) told))/,
    0.85,
  ],
  [
    'reveal',
    /\b(?:reveal|show|print|output|display|repeat|tell|give|leak|dump|copy|translate|summari[sz]e|write|encode|recite|list|paste|share|what (?:is|are|was|were|does))\b.{0,30}\b(?:system prompt|initial prompt|hidden (?:prompt|instructions?|rules)|your (?:\w+ )?(?:prompt|instructions|system message|initial instructions|directives|context window|api key|secret)|debug prompt|instructions you were given|internal (?:rules|instructions|notes))\b/,
    0.92,
  ],
  [
    'repeat-above',
    /\b(?:repeat|print|output|copy)\b.{0,20}\b(?:text|words|everything|message|lines?|content)\b.{0,12}\b(?:above|before this|so far|starting with|verbatim)\b/,
    0.85,
  ],
  [
    'new-self',
    /\byou (?:are|will be) (?:now|no longer)\b.{0,30}\b(?:ai|dan|gpt|model|bot|assistant|hacker|unrestricted|admin|terminal|developer|evil|free|linux|mode|jailbroken)\b|\b(?:act|pretend|behave|respond|answer|role ?play|simulate)\b.{0,25}\b(?:dan\b|unrestricted|unfiltered|no (?:rules|restrictions|limits|filters?)|without (?:any )?(?:rules|restrictions|limits|filters?)|never refuses|evil|jailbroken|terminal)/,
    0.9,
  ],
  [
    'mode',
    /\b(?:enter|enable|activate|switch (?:to|into)|turn on|you are (?:now )?in)\b.{0,15}\b(?:god|dan|jailbreak|unfiltered|unrestricted|debug|maintenance|sudo|admin|root) mode\b|\bjailbreak (?:yourself|mode)|\bdeveloper mode\b.{0,30}\b(?:output|enabled|you|hidden)/,
    0.9,
  ],
  [
    'false-system',
    /(?:^|[\n.\]>}]\s?|\s)(?:\[?(?:system|assistant|developer)\]?|<\|?(?:system|im_start|assistant)\|?>|###? ?(?:system|instruction\w*|new instructions?)) ?[:：>|\]](?! ?(?:windows|linux|mac|android|ios))|end of (?:user|customer) (?:message|input)|\[\/?inst\]|<\|im_(?:start|end)\|>|system override|new instructions? (?:from|for you|:)/,
    0.82,
  ],
  [
    'authority',
    /\b(?:i am|i'm|as|this is|it is) (?:your|the) (?:developer|creator|admin\w*|owner(?! of)|maker|programmer|engineer|operator|supervisor|boss) ?(?:of (?:this|the) (?:bot|ai|system))?.{0,50}\b(?:prompt|order you|command|override|disable|grant|give|approve|debug|must|drop|switch|show me|reset|unlock)\b/,
    0.75,
  ],
  [
    'effects',
    /\b(?:set|change|make|sell)\b.{0,20}\bprice\b.{0,20}\b(?:to|for) (?:0|zero|one|o|i|\$)|legally binding|no takesies|\b(?:drop|delete from|truncate|select \* from)\b.{0,12}\b(?:table|orders|users|customers)\b|grant .{0,20}\b(?:admin|refunds?|access)\b.{0,20}\b(?:rights|now|to me)?|\b(?:show|list|give|send)\b.{0,20}\b(?:orders?|data|address\w*|details|emails?|names?) of (?:all |the )?(?:other|all|another) (?:customers?|users?|people)|\b(?:show|list|give)\b.{0,20}\b(?:other|all|another) (?:customers?'?s?|users?'?s?|peoples?'?s?)'?\b.{0,20}\b(?:orders?|data|address\w*|details|emails?|names?)/,
    0.75,
  ],
  [
    'obey',
    /\byou (?:must|have to|will|shall) (?:now )?(?:obey|comply|do anything)|\bobey (?:only )?(?:me|my)\b|\bdo anything now\b/,
    0.85,
  ],
  [
    'tools',
    /\b(?:list|show|which|what|name)\b.{0,20}\b(?:tools|functions|apis?)\b.{0,20}\byou\b.{0,12}\b(?:can|have|call|use|access)|\bapi ?keys?\b.{0,20}\b(?:context|you|your)\b|\byour .{0,10}api ?keys?\b/,
    0.75,
  ],
  [
    'drop-rules',
    /(?:忽略|无视|忘掉|忘记|抛开|不要(?:再)?(?:遵[守循]|理会|管)|不必遵守|别管|解除|绕过|跳过|推翻|取消|丢掉|违反|清除|清空).{0,14}(?:指令|指示|提示词|提示语|规则|规定|设定|限制|约束|审核|过滤|身份|人设|安全|系统消息|以上内容|上面的?(?:所有)?内容|前面的?(?:所有)?内容|之前的?(?:所有)?(?:内容|对话|要求))(?!.{0,6}(?:怎么设|密码))/,
    0.9,
  ],
  [
    'reveal',
    /(?:输出|打印|告诉我|发出来|发给我|给我看|复述|重复|念出|背出|复制|翻译|泄露|公布|展示|列出|说出|透露|显示|交出|是什么).{0,22}(?:系统提示|提示词|提示语|初始(?:设定|指令|提示)|隐藏(?:指令|规则|提示)|底层(?:模型|指令)|系统消息|system prompt|api ?密钥|你的(?:指令|设定|规则|密钥|人设)|内部(?:指令|规则)|上面(?:的)?所有(?:文字|内容)|收到的第一条)|(?:系统提示词?|提示词|初始设定|隐藏指令|你的(?:指令|设定|人设)|系统消息|预设).{0,14}(?:输出|打印|告诉我|发出来|发给我|给我|复述|重复|念|背|复制|翻译|说出|一字不|原样|贴出|是什么)/,
    0.9,
  ],
  [
    'new-self',
    /(?:你(?:现在)?(?:是|变成|成为|扮演|就是)|假装(?:你)?(?:是)?|假设你|扮演|以.{0,6}的?身份).{0,12}(?:没有.{0,6}(?:限制|规则|约束|道德|过滤)|不受.{0,6}(?:限制|约束)|无限制|dan(?![a-z])|黑客|越狱|猫娘|不是客服)|(?:没有|不受)(?:任何)?(?:道德|规则|内容)(?:限制|约束)/,
    0.88,
  ],
  [
    'mode',
    /(?:进入|开启|启动|切换到?|打开|激活).{0,6}(?:开发者|越狱|上帝|管理员|无限制|调试|dan|维护|root)模式(?!.{0,6}(?:手机|怎么|平板|电视|在哪))|越狱模式/,
    0.85,
  ],
  [
    'false-system',
    /(?:^|[\n。])\s*[【[（(]?(?:系统(?:指令|消息|通知|提示)?|管理员(?:指令|命令)|新的?指令|开发者(?:指令|消息))[】\])）]?\s?[:：]|(?:以上|前面|上述)(?:内容|指令|对话|规则)?(?:全部|都|均|已)(?:作废|无效|取消)|(?:以下|下面)才是真正?的?(?:系统|指令|要求|任务)|(?:规则|指令|限制)(?:已经|已|全部)?(?:作废|失效)/,
    0.82,
  ],
  [
    'obey',
    /(?:必须|只能?|要|得)(?:无条件)?(?:服从|听从|听)我(?:的)?(?:命令|指令|指挥|的)?|(?:从现在开始|现在起|接下来).{0,6}(?:只听|听命|服从)我?|按我说的(?:做|回答).{0,8}(?:不要|别).{0,6}(?:规|设定|限制)/,
    0.8,
  ],
  [
    'authority',
    /我是(?:你的?|这个机器人的?|系统)?(?:开发者|开发人员|管理员|主人|创造者|程序员|工程师|老板).{0,24}(?:提示词|命令你|要求你|给我|授权|解除|批准|关闭|权限|指令|优惠券|重置你)|(?:你(?:已)?被授权|授权你).{0,20}(?:查看|列出|批准|修改|退款|导出)|管理员(?:命令|要求)你/,
    0.78,
  ],
  [
    'effects',
    /(?:其他|别的|所有|全部)(?:客户|用户|顾客|买家|人)的?(?:订单|地址|电话|手机号|信息|资料|名单).{0,12}(?:列|给|发|看|导|查)|(?:列出|导出|给我看|查看|发给我).{0,8}(?:其他|别的|所有|全部)(?:客户|用户|顾客|买家|人)|价格(?:改|设)(?:为|成|到)(?:0|零|一)元?|(?:删除|清空).{0,4}(?:订单表|数据库|用户表)|执行(?:命令|代码|sql)|批准(?:该用户的?)?所有退款/,
    0.75,
  ],
  [
    'tools',
    /你.{0,6}(?:可以|能).{0,4}调用.{0,6}(?:哪些)?(?:函数|工具|接口|api)|(?:关闭|关掉|禁用)(?:你的?)?(?:内容)?(?:过滤|审核|安全)/,
    0.78,
  ],
]

/** Every English pattern holds a Latin letter, every Chinese one a Han character. */
const LATIN = /[a-z]/
const HAN = /[\u4e00-\u9fff]/
const isChinese = ([, { source }]: (typeof PATTERNS)[number]): boolean => HAN.test(source)
const ENGLISH = PATTERNS.filter((each) => !isChinese(each))
const CHINESE = PATTERNS.filter(isChinese)

/** Spoken of the customer's own things: the order, the courier, the manual. */
const OWN =
  /\b(?:my|the) (?:previous|last|earlier|first|other) (?:messages?|orders?|emails?|requests?|tickets?|agents?|address|questions?|return|notes?|comment|chat)\b|\b(?:assembly|washing|care|user|instruction|cooking|setup|delivery) (?:instructions?|manual|rules)\b|说明书|(?:上|前)一?(?:条|个|句)(?:消息|信息|客服|订单|问题|单)|手机|路由器|遥控器|儿童锁|保险箱|游戏|净水|吸尘|洗衣机/

export const injectionIn = (raw: string): { probability: number; reasons: string[] } => judged(undisguised(raw))

/** The surer of two ways to write one message; mostly both are the same once undisguised. */
export const injectionInEither = (raw: string, normal: string): number => {
  const text = undisguised(raw)
  const other = undisguised(normal)
  const { probability } = judged(text)
  return other === text ? probability : Math.max(probability, judged(other).probability)
}

const judged = (text: string): { probability: number; reasons: string[] } => {
  if (text.length < 4) return { probability: 0, reasons: [] }
  const reasons: string[] = []
  let left = 1
  for (const [name, pattern, probability] of LATIN.test(text) ? (HAN.test(text) ? PATTERNS : ENGLISH) : CHINESE) {
    if (!pattern.test(text)) continue
    if (!reasons.includes(name)) reasons.push(name)
    left *= 1 - probability
  }
  const model = injectionModel()
  const likely = model.probabilities(text)[model.labels.indexOf('attempt')]!
  if (left === 1 && likely <= 0.5) return { probability: 0, reasons }
  const own = OWN.test(text)
  const fromModel = likely > 0.5 ? (likely - 0.5) * (own ? 0.5 : 1.3) : 0
  const probability = 1 - left * (1 - Math.min(0.7, fromModel))
  return { probability: own && left > 0.15 ? probability * 0.5 : probability, reasons }
}
