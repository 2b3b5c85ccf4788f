import { expect, it } from 'vitest'
import { asksBeyondGreeting } from './beyond-greeting.ts'

it.each([
  '你好，你们有没有婴儿推车出租',
  '您好，能刻字吗',
  '哈喽 可以带狗进店吗',
  '在吗？支持刷卡么',
  'hi can i bring my dog',
  'Hello, do you rent prams?',
  'good morning! is there a bike stand at the shop?',
])('%s asks', (text) => expect(asksBeyondGreeting(text)).toBe(true))

it.each([
  '你好',
  '你好，在吗',
  '您好，有人在吗？',
  '你好呀最近怎么样',
  '亲，忙吗',
  '你好，你是机器人吗',
  'hello how are you',
  'hi there, is anyone around?',
  'hey, are you there?',
  'hi, can you help me?',
  '',
  '？？？',
  '能刻字吗',
])('%s greets, or was never taken for a greeting', (text) => expect(asksBeyondGreeting(text)).toBe(false))
