// "Hello, do you rent prams?": whoever greets and asks wants an answer, not a greeting. Pure.

const GREETS =
  /^(?:[\s\p{P}~]|您?你好呀?|[你您]们?好[呀啊]?|大家好|哈[喽啰罗]|嗨|嘿|亲们?|亲爱的|老板|掌柜|客服|小姐姐|小哥哥?|早上好|上午好|中午好|下午好|晚上好|在吗|在不在|在么|有人吗|请问一下|请问|想问一下|想问下|问一下|问下|麻烦问一下|打扰了?|(?:hi|hello|hey|hiya|howdy|greetings|there|good (?:morning|afternoon|evening|day)|excuse me|quick question|sorry|please|team|everyone|guys)\b)+/iu
const ASKS =
  /[?？]|吗|么|呢|有没|没有|能不能|可不可以|可以|能否|怎么|怎样|如何|多少|几|哪|什么|啥|是否|是不是|支持|\b(?:what|which|how|when|where|who|why|do|does|did|can|could|is|are|will|would|may|any)\b/i
/** Asked for courtesy. */
const COURTESY =
  /^(?:[你您]?(?:在|忙|还在|睡了?|吃(?:饭|了)*)(?:吗|不|么|没|呢|啊)*|(?:有没有人|有人|谁)(?:在)?(?:吗|么|不|没|呀|啊)?|(?:最近|今天|近来|[你您])*(?:过得|一切|都|还|身体)*(?:好|怎么样|怎样|如何|可好|还好)(?:吗|么|呀|啊|呢)?|[你您]是(?:谁|人工|机器人|真人|人).*|what'?s up.*|how(?:'s| is| are| have| do) (?:you|it|things|everything|everyone|your|life|ya)\b.*|(?:is |are )?(?:any|some)(?:one|body)\b.*|(?:are )?you (?:there|here|ok|okay|well|alright|awake|a (?:bot|robot|human|person)|real)\b.*|can (?:you|u|anyone) (?:hear|help|see|read)\b.{0,12})[\s\p{P}]*$/iu
/** Signs that say something, once the greeting is off. */
const SHORTEST = 3

/** Greeting taken off, something is asked that is not asked for courtesy. */
export const asksBeyondGreeting = (text: string): boolean => {
  const core = text.trim().replace(GREETS, '')
  return core.length < text.trim().length && core.length >= SHORTEST && ASKS.test(core) && !COURTESY.test(core)
}
