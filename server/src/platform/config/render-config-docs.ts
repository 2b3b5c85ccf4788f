// Writes docs/configuration.md from the definitions.
import type { Setting } from './define-config.ts'
import { describeSchema } from './describe-schema.ts'
import type { Definitions } from './read-config.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const shownDefault = (setting: Setting): string => {
  if (setting.default === undefined) return 'none'
  const value = Array.isArray(setting.default) ? setting.default.join(',') : String(setting.default)
  return value === '' ? 'empty' : `\`${value}\``
}

const row = (setting: Setting): string =>
  `| \`${setting.env}\` | ${cell(setting.doc)}${setting.secret ? ' Secret.' : ''} | ${cell(describeSchema(setting.schema))} | ${cell(shownDefault(setting))} |`

/** The whole page, Markdown, groups and settings in the order they were defined. */
export const renderConfigDocs = (definitions: Definitions): string => {
  const sections = Object.entries(definitions)
    .filter(([, settings]) => Object.keys(settings).length > 0)
    .map(([group, settings]) =>
      [
        `## ${group}`,
        '',
        '| Variable | What it does | Accepts | Default |',
        '|---|---|---|---|',
        ...Object.values(settings).map(row),
        '',
      ].join('\n'),
    )
  return [
    '# Configuration',
    '',
    'Every setting is an environment variable; all have working defaults. This page is generated: `npm run docs`.',
    '',
    ...sections,
  ].join('\n')
}
