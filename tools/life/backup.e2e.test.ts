// A backup taken while the server runs, restored into an empty folder: the same shop, the same customers, their words.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { clearAway, newFolder, startServer, stopServer } from './server-process.ts'
import { openVisitor, storedTexts } from './visitor-socket.ts'

afterEach(clearAway)

const tool = (file: string, ...words: string[]): object => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '..', file), ...words], {
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout) as object
}

test('what was said before the backup is there after the restore, in the same shop', async () => {
  const folder = newFolder()
  const first = startServer(join(folder, 'data'))
  const visitor = await openVisitor((await first.ready).url)
  const asked = visitor.send('备份之前问的：运费多少？')
  await visitor.heard('ack', ({ id }) => id === asked)
  const file = join(folder, 'ballast.backup')
  expect(tool('backup.ts', '--data', join(folder, 'data'), '--out', file, '--with-secrets')).toMatchObject({
    out: file,
  })
  visitor.close()
  await stopServer(first)

  tool('restore.ts', '--in', file, '--data', join(folder, 'other'))
  const second = startServer(join(folder, 'other'))
  const { url } = await second.ready
  expect(second.said()).not.toContain('Filling')
  expect([...(await storedTexts(url, visitor.token))]).toEqual([['备份之前问的：运费多少？', 1]])
})
