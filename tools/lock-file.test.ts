// The lock file must serve every platform: npm leaves out what it could not fetch when the lock was written.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

interface Locked {
  readonly dev?: boolean
  readonly link?: boolean
  readonly integrity?: string
  readonly optionalDependencies?: Record<string, string>
}
const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
const entries = Object.entries(packages)

it('names the packages of every platform for all that npm start installs', () => {
  const present = new Set(
    entries.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  )
  const wanted = entries
    .filter(([, one]) => !one.dev)
    .flatMap(([path, one]) => Object.keys(one.optionalDependencies ?? {}).map((name) => `${name} (of ${path || 'us'})`))
  expect(wanted.length).toBeGreaterThan(20)
  expect(wanted.filter((name) => !present.has(name.split(' ')[0] ?? ''))).toEqual([])
})

it('holds a digest of every package, so that nobody can swap one', () => {
  const fetched = entries.filter(([path, one]) => path.includes('node_modules/') && !one.link)
  expect(fetched.filter(([, one]) => one.integrity === undefined).map(([path]) => path)).toEqual([])
})
