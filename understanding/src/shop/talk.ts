// Talk around the matter: hello, thanks, goodbye.
import type { Sayings } from './sayings.ts'

export const talk: Sayings = {
  greeting: {
    zh: ['你好', '在吗', 'hello呀', '哈喽', '有人吗', '亲', '早上好☀️', '在不在', '您好，打扰一下', '嗨', '老板在不', '喂', '晚上好呀', '你好你好', '客服小姐姐在么', '掌柜的', 'hi 店家', '我又来了', '下午好，想咨询点事情', '小可爱在不在线👋', '喂喂喂听得到吗', '你好我想问一下', '有人冇', '嘿', '在线吗亲爱的', '您好', '喂你好', '早', '嗨你好', '哈罗', '有人么', '亲在吗', '客服在吗', '下午好', '在么'],
    en: ['hi', 'hello', 'hey there', 'good morning', 'anyone there?', 'yo', 'hiya', 'Good afternoon, I have a question', 'heyyy', 'hello? can anybody see this 👋', 'knock knock', 'greetings', 'is somebody here', 'sup', 'evening all', 'morning!', 'hola', 'hey quick question', 'hi team', 'dear customer service', "it's me again", 'howdy', 'testing testing can you hear me', 'are you available to chat', 'ello', 'hello there', 'good evening to you', 'hi all', 'hey you', 'hullo', 'anyone here', 'good day', 'hi hi', 'helo', 'are you there'],
  },
  thanks: {
    zh: ['谢谢', '多谢啦', '好的 谢谢你', '辛苦了', '感谢感谢', 'thx', '3q', '收到，十分感谢', '麻烦你了哈', '太谢谢了🙏', '谢咯', '有劳了', '感恩', '唔该晒', '好人一生平安', '谢谢亲的耐心解答', '知道了 谢谢', '爱你哟 帮大忙了', 'thank u', '明白了，感激不尽', '蟹蟹', '那太好了真是谢谢你啊小姑娘', '谢谢老板大气', '多謝', '搞定了 谢', '谢了', '多谢你', '谢谢您', '谢谢客服', '非常感谢', '感谢你', '谢谢帮忙', '太感谢', '好的谢谢', '辛苦啦'],
    en: ['thanks', 'thank you so much', 'ty', 'cheers mate', 'thx a bunch', 'much appreciated', "you're a lifesaver 🙏", 'great, thanks', 'tysm', 'thanks for sorting that', 'ok thank u', 'many thanks for your patience', 'i appreciate it', 'grateful', 'perfect, cheers', 'thnx', 'That is very kind of you.', 'ta', 'got it thanks', 'bless you', 'merci', 'lovely thank you dear', 'awesome tyvm', 'thanks anyway', 'you helped a lot', 'thank you', 'thanks a lot', 'thanks so much', 'many thanks', 'ok thanks', 'thanks for your time', 'thank u so much', 'cheers'],
  },
  bye: {
    zh: ['再见', '拜拜', '没事了', '88', '先这样', '不用了', '没别的问题了', '晚安🌛', '回头再说', '我先忙去了', '好了就这些', '下次再聊', 'byebye啦', '没啥事了 你忙吧', '行 那我撤了', '问完了', '暂时没有了', '走了走了', '拜拜咯', '不打扰了', '祝生意兴隆，再会', '那就先到这里吧我挂了啊', '冇嘢喇', '再联系', '溜了', '拜', '再见啦', '没事啦', '先这样吧', '下次见', '好的再见', '没问题了', '晚点聊', '我走了'],
    en: ['bye', "that's all", 'see you', 'no more questions', 'goodnight 🌛', 'nothing else', 'gotta go', 'im done here', 'talk later', 'have a nice day', 'nah that was it', 'cya', 'Goodbye and all the best.', "we're good", "never mind, that'll be all", 'take care', 'ttyl', "ok I'm off", "that's everything for today", 'catch you later', 'all sorted, bye bye', 'no need anymore', 'until next time', 'end chat', 'peace out', 'bye bye', 'see you later', "that's it", 'that is all', 'have a good one', 'nothing more', 'talk to you later', "i'm off"],
  },
}
