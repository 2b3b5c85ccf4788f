// The files a channel folder may hold. tools/check-house refuses any other, so one look teaches all channels.

export const REQUIRED_FILES = [
  'index.ts',
  'settings.ts',
  'capabilities.ts',
  'verify.ts',
  'parse.ts',
  'send.ts',
] as const
export const OPTIONAL_FILES = ['connect.ts', 'pull.ts'] as const

/** Faults of a channel folder named `name` that holds `files` (paths relative to it); empty when it is as it should be. */
export const folderFaults = (name: string, files: readonly string[]): string[] => {
  const required: string[] = [...REQUIRED_FILES, `${name}.test.ts`]
  const allowed = new Set<string>([...required, ...OPTIONAL_FILES])
  const isFixture = (file: string) => /^fixtures\/(in-[\w-]+(\.expected)?|out-[\w-]+|settings)\.json$/.test(file)
  return [
    ...required.filter((file) => !files.includes(file)).map((file) => `${name}/${file} is missing`),
    ...(files.some(isFixture) ? [] : [`${name}/fixtures holds no fixture`]),
    ...files
      .filter((file) => !allowed.has(file) && !isFixture(file))
      .map((file) => `${name}/${file} is not a channel file`),
  ]
}
