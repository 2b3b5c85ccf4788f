import { saveCannedReply } from '@ballast/contract/routes/workspace'
import { Compile } from 'typebox/compile'
import { expect, it } from 'vitest'
import { cannedReplies } from './canned-replies.ts'

const KNOWN = ['customer.name', 'agent.name', 'shop.name', 'order.no', 'order.status']

it('every reply is one that could be saved, under a shortcut of its own', () => {
  const fits = Compile(saveCannedReply.body)
  const all = cannedReplies.flatMap(({ zh, en }) => [zh, en])
  for (const reply of all) expect(fits.Check({ ...reply, shared: true }), reply.shortcut).toBe(true)
  expect(new Set(all.map(({ shortcut }) => shortcut.toLowerCase())).size).toBe(all.length)
})

it('both languages name the same things, and only things that are known', () => {
  const named = (text: string) => [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name).sort()
  for (const { zh, en } of cannedReplies) {
    expect(named(zh.text), zh.shortcut).toEqual(named(en.text))
    for (const name of named(zh.text)) expect(KNOWN).toContain(name)
  }
})
