import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../understand.ts', import.meta.url))
const ask = (input: string, ...words: string[]) =>
  spawnSync(process.execPath, [program, ...words], { input, encoding: 'utf8' })
const verdicts = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

describe('understand', () => {
  it('answers each line in order', () => {
    const texts = ['我的快递到哪里了', 'cancel my order', '😡']
    const { stdout, status } = ask(`${texts.map((text) => JSON.stringify({ text })).join('\r\n')}\n\n`)
    expect(status).toBe(0)
    expect(verdicts(stdout).map(({ language }) => language.language)).toEqual(['zh-Hans', 'en', 'unknown'])
  })
  it('reads what was said before, and the day it is', () => {
    const line = JSON.stringify({
      text: '昨天',
      previous: ['垃圾！骗子！', '你们太差劲了！投诉！'],
      now: Date.UTC(2026, 10, 20, 12),
    })
    const [verdict] = verdicts(ask(line).stdout)
    expect(verdict.entities[0]).toMatchObject({ kind: 'time', from: '2026-11-19' })
    expect(verdict.trajectory.anger).toBeGreaterThan(0)
  })
  it('names the line that is wrong, after the verdicts before it', () => {
    const { stdout, stderr, status } = ask(
      '{"text":"hello"}\n{"text":"hello","previous":"no list"}\n{"text":"later"}\n',
    )
    expect(status).toBe(1)
    expect(verdicts(stdout)).toHaveLength(1)
    expect(stderr).toBe('stdin, line 2: "previous" must be a list of texts\n')
  })
  it('says how it is used', () => {
    const { stderr, status } = ask('', '--what')
    expect(status).toBe(2)
    expect(stderr).toContain('Usage')
  })
})
