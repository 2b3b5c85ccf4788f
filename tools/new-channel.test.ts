import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderFaults } from '../server/src/channels/kit/file-shape.ts'
import { channelFiles, newChannel, withChannel } from './new-channel.ts'

const REGISTRY = `import type { Channel } from './kit/channel.ts'
import { web } from './web/index.ts'

export const CHANNELS: readonly Channel[] = [web]
`

describe('new-channel', () => {
  let channels = ''
  beforeEach(() => {
    channels = mkdtempSync(join(tmpdir(), 'channels-'))
    mkdirSync(join(channels, 'taken'))
    writeFileSync(join(channels, 'registry.ts'), REGISTRY)
  })
  afterEach(() => rmSync(channels, { recursive: true }))

  test('writes exactly the files the checker allows', () => {
    expect(folderFaults('wechat-mp', Object.keys(channelFiles('wechat-mp')))).toEqual([])
  })
  test('writes the folder and lists it', () => {
    newChannel(channels, 'wechat-mp')
    expect(readFileSync(join(channels, 'wechat-mp/index.ts'), 'utf8')).toContain('export const wechatMp')
    const registry = readFileSync(join(channels, 'registry.ts'), 'utf8')
    expect(registry).toContain("import { wechatMp } from './wechat-mp/index.ts'\n\nexport")
    expect(registry).toContain('[web, wechatMp]')
    expect(withChannel(registry, 'line')).toContain('[web, wechatMp, line]')
  })
  test.each(['', 'Upper', '../escape', 'two words', 'taken'])('refuses %j', (name) => {
    expect(() => newChannel(channels, name)).toThrow()
  })
})
