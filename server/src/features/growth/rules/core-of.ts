// What is asked, without the courtesies around it: two questions are not alike because both say hello.
const BEFORE =
  /^(?:[\s,，.。!！~:：、]|亲们?|您?你好呀?|您好|哈喽|嗨|在吗|在不在|请问一下|请问|想问一下|想问下|问一下|问下|麻烦问一下|麻烦|急+|那个|老板|客服|小姐姐|hi\b|hello\b|hey\b|excuse me\b|quick question\b|sorry\b|please\b|good (?:morning|afternoon|evening)\b)+/i
const AFTER =
  /(?:[\s,，.。!！?？~、]|谢谢[您你]?|多谢|感谢|在线等|急+|麻烦了|拜托了?|亲|thanks(?: a lot| in advance)?|thank you(?: so much)?|please|pls|thx|asap)+$/i

/** The text itself when courtesies are all there is. */
export const coreOf = (text: string): string => {
  const core = text.replace(BEFORE, '').replace(AFTER, '')
  return core.length < 2 ? text : core
}
