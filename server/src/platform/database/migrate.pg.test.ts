// The runner on folders of its own, and every earlier state of our real migrations brought to the latest.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { emptyDatabase } from '../../../test/new-database.ts'
import { checkIsolation } from './check-isolation.ts'
import { migrate, readMigrations } from './migrate.ts'
import { connectOnce } from './provision.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const folderWith = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-migrations-'))
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const inEmpty = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const database = await emptyDatabase()
  try {
    return await connectOnce(database.accessFor('migrate'), work)
  } finally {
    await database.drop()
  }
}

const ONE = { '0001-one.sql': 'CREATE TABLE ballast.one (n int); INSERT INTO ballast.one VALUES (1);' }
const TWO = { ...ONE, '0002-two.sql': 'ALTER TABLE ballast.one ADD COLUMN m int;' }

describe('the runner', () => {
  it('works with no migrations at all', () => inEmpty(async (client) => expect(await migrate(client, [])).toEqual([])))

  it('applies in order, once, and only what is missing', () =>
    inEmpty(async (client) => {
      const names = async (files: Record<string, string>) =>
        (await migrate(client, readMigrations(folderWith(files)))).map(({ name }) => name)
      expect(await names(ONE)).toEqual(['one'])
      expect(await names(TWO)).toEqual(['two'])
      expect(await names(TWO)).toEqual([])
      expect((await client.query('SELECT n, m FROM ballast.one')).rows).toEqual([{ n: 1, m: null }])
    }))

  it('refuses a file changed after it was applied, but not other line ends', () =>
    inEmpty(async (client) => {
      await migrate(client, readMigrations(folderWith({ '0001-a.sql': 'SELECT 1;\nSELECT 2;\n' })))
      await migrate(client, readMigrations(folderWith({ '0001-a.sql': 'SELECT 1;\r\nSELECT 2;\r\n' })))
      const changed = readMigrations(folderWith({ '0001-a.sql': 'SELECT 3;' }))
      await expect(migrate(client, changed)).rejects.toThrow('Migration 1 (a) was changed after it had been applied')
    }))

  it('refuses a database newer than the release, and a number slipped in before applied ones', () =>
    inEmpty(async (client) => {
      await migrate(client, readMigrations(folderWith({ '0002-b.sql': 'SELECT 1;' })))
      await expect(migrate(client, [])).rejects.toThrow('does not know')
      const slipped = readMigrations(folderWith({ '0001-a.sql': 'SELECT 1;', '0002-b.sql': 'SELECT 1;' }))
      await expect(migrate(client, slipped)).rejects.toThrow('comes before 2')
    }))

  it('leaves nothing of a file that fails, keeps the ones before it', () =>
    inEmpty(async (client) => {
      const bad = readMigrations(
        folderWith({ ...ONE, '0002-bad.sql': 'CREATE TABLE ballast.half (n int); SELECT 1 / 0;' }),
      )
      await expect(migrate(client, bad)).rejects.toThrow('Migration 2 (bad) failed: division by zero')
      const { rows } = await client.query(
        "SELECT to_regclass('ballast.one') AS one, to_regclass('ballast.half') AS half",
      )
      expect(rows).toEqual([{ one: 'one', half: null }])
    }))

  it('lets several nodes start at once', async () => {
    const database = await emptyDatabase()
    closing.push(database.drop)
    const migrations = readMigrations(folderWith(TWO))
    const nodes = Array.from({ length: 4 }, () =>
      connectOnce(database.accessFor('migrate'), (client) => migrate(client, migrations)),
    )
    const applied = (await Promise.all(nodes)).flat().map(({ name }) => name)
    expect(applied).toEqual(['one', 'two'])
  })

  it('refuses names without a number and two files of one number', () => {
    expect(() => readMigrations(folderWith({ 'first.sql': '' }))).toThrow('must be named like')
    expect(() => readMigrations(folderWith({ '0001-a.sql': '', '0001-b.sql': '' }))).toThrow('have the number 1')
  })
})

describe('our migrations', () => {
  it('bring every earlier state to the latest, and keep tenants apart at each step', async () => {
    const all = readMigrations()
    for (const count of all.keys()) {
      await inEmpty(async (client) => {
        await migrate(client, all.slice(0, count))
        expect(await migrate(client, all)).toHaveLength(all.length - count)
        await checkIsolation(client)
      })
    }
  })
})
