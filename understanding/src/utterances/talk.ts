// Talk that is not about goods: greetings, people, complaints, and things a shop does not answer. Separated by `|`.
import type { Utterances } from './utterances.ts'

export const talkUtterances: Utterances = {
  person: {
    zh: '我要人工|转接人工客服|找人工|要真人|我想和真人说话|叫个人来|让客服来|换人工|接人工服务|人呢|找你们经理|给我转客服|不要机器人|真人客服在吗|请帮我转人工服务|打电话给我',
    en: 'talk to a human|i want an agent|real person please|speak to someone|connect me to support|human agent|live agent|let me speak to a representative|i want to talk to a person|get me your manager|transfer me to a person|is there a human|operator|customer service please|i do not want a bot|call me please',
  },
  complaint: {
    zh: '我要投诉|太差劲了|垃圾服务|什么态度|你们骗人|差评|我要举报|投诉快递员|气死人了|太过分了|这什么破质量|再也不来了|我要打消协电话|简直是诈骗|客服态度恶劣',
    en: 'i want to complain|this is unacceptable|terrible service|worst shop ever|file a complaint|i am very angry|you are scammers|rip off|i will report you|disgusting service|this is a joke i am furious|make a complaint|horrible experience|i will leave a bad review|your courier was rude',
  },
  greeting: {
    zh: '您好|在吗|哈喽|嗨|早上好|你好呀|在不在|有人吗|晚上好|hello你好|下午好|喂|嗨你好|亲在吗|客服你好',
    en: 'hello|hi|hey|good morning|hi there|good evening|hello there|hey you|good afternoon|anyone there|yo|hiya|greetings|hi bot|morning',
  },
  thanks: {
    zh: '谢谢|多谢|感谢|谢谢你|好的谢谢|太感谢了|辛苦了|谢了|知道了谢谢|非常感谢|谢谢亲|谢啦|好的好的谢谢|感谢帮助|麻烦你了',
    en: 'thanks|thank you|thx|ty|cheers|thanks a lot|thank you so much|great thanks|perfect thank you|many thanks|appreciate it|ok thanks|thanks for your help|awesome thanks|tysm',
  },
  bye: {
    zh: '再见|拜拜|没事了|没有问题了|就这样吧|先这样|下次再聊|不用了|88|没别的了|晚安|我先走了|好的再见|没其他事了|回头见',
    en: "bye|goodbye|see you|that is all|no more questions|that's it|good night|nothing else|have a good day|i'm done|bye bye|see ya|all good now|no that's everything|talk later",
  },
  outside: {
    zh: '今天天气怎么样|讲个笑话|你是谁做的|给我写个作文|股市怎么样|推荐一部电影|翻译这句话|附近有什么好吃的|头疼吃什么|订酒店|世界上最高的山|谁是总统|帮我算一下|唱首歌|你几岁了|火车票怎么买|卖电脑吗|比赛谁赢了|怎么做红烧肉|招聘吗',
    en: 'what is the weather|tell me a joke|who made you|write an essay|what is the stock market doing|recommend a movie|translate this sentence|where can i eat|i have a headache what should i take|book a hotel|highest mountain in the world|who is the president|do the maths for me|sing a song|how old are you|buy train tickets|do you sell laptops|who won the match|how to cook pasta|do you have job openings|write code for me',
  },
}
