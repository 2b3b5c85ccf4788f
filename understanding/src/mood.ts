// How somebody feels and whether they want a person: small lists of words, read modestly.
export type Emotion = 'neutral' | 'angry' | 'upset' | 'happy'

const ANGRY =
  /垃圾|骗子|骗人|气死|投诉|举报|12315|什么破|破店|破质量|滚|他妈|tmd|傻逼|恶心|太过分|差劲|诈骗|消协|furious|garbage|scam|disgust|unacceptable|outrage|ridiculous|worst|terrible|horrible|awful|wtf|fuck|bullshit|pissed|rip ?off|lawyer/
const UPSET =
  /失望|着急|急死|郁闷|无语|烦|怎么还没|怎么还不|等了.{0,6}(天|周|星期)|😡|😩|😤|😭|😠|🤬|disappoint|frustrat|annoy|upset|not happy|still waiting|still not|have not received|taking forever/
const HAPPY = /谢谢|感谢|开心|喜欢|太好了|棒|👍|😊|😄|❤|🥰|thank|thx|great|awesome|love it|perfect|happy/
const COMPLAINS =
  /投诉|举报|12315|消协|骗子|诈骗|complain|complaint|scammers?|sue you|report you|consumer (?:rights|protection)/
/** Words that make a complaint hypothetical or general are few; the person decides, not we. */
const PERSON_ZH =
  /转人工|人工|真人|活人|[找喊来换].{0,2}人(?:来|吧|处理|说|$)|(?:喊|来)个?(?:人|客服)|叫.{0,6}(客服|人|经理|老板)|要.{0,3}客服|转.{0,3}客服|(不想|不要|别).{0,6}机器|换.{0,2}人|找.{0,3}(经理|老板|客服)|打电话给我|给我打个?电话/
const PERSON_EN =
  /\b(?:human|agents?|real person|actual person|live (?:person|chat)|representative|\brep\b|operator|supervisor|manager|call me|(?:speak|put me through|connect me|transfer me) (?:to|with) (?:an? |some|your)|get me (?:some(?:one|body)|an? person)|talk (?:to|with) (?:a (?:person|human|real)|some(?:one|body))|some(?:one|body) from (?:your|the) team|(?:a|any) person (?:there|here|please|available)|no bots?|not a bot|stop,? bot)/
/** "When are people there?" asks for hours, not for a person. */
const HOURS = /几点|上班|下班|时间|什么时候|多久|营业|在线吗|when|what time|hours|how do i become|open\b/
const REFUSES =
  /(不用|不要|不需要|别)(给我)?(转|找)?(人工|真人)|(?:do not|dont|no) (?:need|want) (?:a |an )?(?:human|agent|person)/

export const emotionIn = (folded: string, original: string): Emotion => {
  if (ANGRY.test(folded)) return 'angry'
  const shouted =
    /[!！]{3,}/.test(original) || (original.length > 12 && /^[^a-z]*$/.test(original) && /[A-Z]{4}/.test(original))
  if (UPSET.test(folded) || shouted) return 'upset'
  return HAPPY.test(folded) ? 'happy' : 'neutral'
}

export const complains = (folded: string): boolean => COMPLAINS.test(folded)

export const wantsPerson = (folded: string): boolean => {
  if (!PERSON_ZH.test(folded) && !PERSON_EN.test(folded)) return false
  return !HOURS.test(folded) && !REFUSES.test(folded)
}
