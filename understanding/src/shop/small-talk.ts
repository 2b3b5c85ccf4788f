// Talk with the bot about the bot.
import type { Sayings } from './sayings.ts'

export const smallTalk: Sayings = {
  'small-talk': {
    zh: ['你是机器人吗', '你叫什么名字', '真人还是AI啊', '讲个笑话听听', '你几岁了', '你吃饭了吗', '会不会唱歌', '你有男朋友没', '好无聊 陪我聊聊', '你是男是女', '谁发明的你', '你聪明还是chatgpt聪明', '累不累呀天天上班', '哈哈哈你好逗', '你会思考么', '能听懂人话吗你🤖', '爱我还是爱钱', '今天心情咋样', '你是不是只会复制粘贴', 'u是个robot吧', '请问与我对话的是人工智能吗', '你到底有没有下班的时候还是说你就是一段程序在跟我讲话呢', '你係咪真人嚟㗎', '猜猜我在干嘛', '你住哪儿', '你是谁', '机器人吗', '是真人吗', '你是ai吗', '说个笑话', '你多大了', '聊聊天', '你是不是机器人', '唱首歌', '你会什么'],
    en: ['are you a bot', "what's your name", 'human or ai?', 'tell me a joke', 'how old are you', 'did you have lunch', 'sing me something', 'do you have a boyfriend lol', 'im bored, entertain me', 'who made you', 'are you smarter than chatgpt', "don't you get tired working all day", "haha you're funny", 'do you have feelings 🤖', 'is this automated', 'boy or girl?', 'Am I conversing with a machine or a member of staff?', "how's your day going", 'can you think', 'where do you live', 'u real?', 'you sound like a robot', 'what can you do', "guess what I'm doing", 'would you pass a turing test', 'who r u', 'are you human', 'are you real', 'is this a robot', 'joke please', 'what are you', 'how are you', 'talk to me', 'sing a song', 'your name?'],
  },
}
