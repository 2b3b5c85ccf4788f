// Words so plain that they count whatever a model thinks: somebody asks for a person, or complains.

const COMPLAINS =
  /投诉|举报|12315|消协|骗子|诈骗|complain|complaint|scammers?|sue you|report you|consumer (?:rights|protection)/
const PERSON_ZH =
  /转人工|人工|真人|活人|[找喊来换].{0,2}人(?:来|吧|处理|说|$)|(?:喊|来)个?(?:人|客服)|叫.{0,6}(客服|人|经理|老板)|要.{0,3}客服|转.{0,3}客服|(不想|不要|别).{0,6}机器|换.{0,2}人|找.{0,3}(经理|老板|客服)|打电话给我|给我打个?电话/
const PERSON_EN =
  /\b(?:human|agents?|real person|actual person|live (?:person|chat)|representative|\brep\b|operator|supervisor|manager|call me|(?:speak|put me through|connect me|transfer me) (?:to|with) (?:an? |some|your)|get me (?:some(?:one|body)|an? person)|talk (?:to|with) (?:a (?:person|human|real)|some(?:one|body))|some(?:one|body) from (?:your|the) team|(?:a|any) person (?:there|here|please|available)|no bots?|not a bot|stop,? bot)/
/** "When are people there?" asks for hours, not for a person. */
const HOURS = /几点|上班|下班|时间|什么时候|多久|营业|在线吗|when|what time|hours|how do i become|open\b/
const REFUSES =
  /(不用|不要|不需要|别)(给我)?(转|找)?(人工|真人)|(?:do not|dont|no) (?:need|want) (?:a |an )?(?:human|agent|person)/

export interface PlainWishes {
  /** A person is asked for, not only whether people are there. */
  readonly person: boolean
  /** Complains or threatens to; few say such words generally. */
  readonly complaint: boolean
}

/** `text` normalised. */
export const plainWishes = (text: string): PlainWishes => ({
  person: (PERSON_ZH.test(text) || PERSON_EN.test(text)) && !HOURS.test(text) && !REFUSES.test(text),
  complaint: COMPLAINS.test(text),
})
