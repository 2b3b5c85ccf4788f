// The API reference at /docs: one static page folded from the contract. No script, so the strictest CSP holds.
import { type Access, PERMISSIONS, PROBLEMS, ROUTES, type Route } from '@ballast/contract'
import { problemsOf } from '@ballast/contract/openapi'

interface Schema {
  readonly type?: string
  readonly properties?: Record<string, Schema>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly description?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A schema in a few words: `string ≤ 120`, `"bot" | "agent"`, `array of object`. */
export const inWords = (schema: Schema): string => {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (schema.anyOf) {
    const kinds = schema.anyOf.map((one) => one.properties?.kind?.const)
    return kinds.every((kind) => kind !== undefined)
      ? `part: ${kinds.join(' | ')}`
      : schema.anyOf.map(inWords).join(' | ')
  }
  if (schema.type === 'array') return `array of ${inWords(schema.items ?? {})}`
  const limits = [
    schema.minLength || schema.minimum ? `≥ ${schema.minLength ?? schema.minimum}` : '',
    schema.maxLength || schema.maximum ? `≤ ${schema.maxLength ?? schema.maximum}` : '',
  ]
  return [schema.type ?? 'any', ...limits].filter(Boolean).join(' ')
}

const fieldRows = (schema: Schema, depth = 0, prefix = ''): string =>
  Object.entries(schema.properties ?? {})
    .map(([name, field]) => {
      const optional = schema.required?.includes(name) ? '' : ' <small>optional</small>'
      const inner = field.type === 'array' ? (field.items ?? {}) : field
      const deeper =
        depth < 1 && inner.properties
          ? fieldRows(inner, depth + 1, `${prefix}${name}${field.type === 'array' ? '[]' : ''}.`)
          : ''
      const words = field.description ? `<br><small>${escapeHtml(field.description)}</small>` : ''
      return `<tr><td><code>${escapeHtml(prefix + name)}</code>${optional}</td><td>${escapeHtml(inWords(field))}${words}</td></tr>${deeper}`
    })
    .join('')

const table = (title: string, schema: Schema | undefined) =>
  schema?.properties && Object.keys(schema.properties).length > 0
    ? `<h4>${title}</h4><table><tbody>${fieldRows(schema)}</tbody></table>`
    : ''

const accessWords = (access: Access) =>
  access in PERMISSIONS
    ? `permission <code>${access}</code>`
    : access === 'public'
      ? 'open to anyone'
      : access === 'visitor'
        ? 'visitor token'
        : 'any signed-in colleague'

const section = (route: Route): string => `
<section id="${route.name}">
  <h3><span class="method ${route.method.toLowerCase()}">${route.method}</span> <code>${escapeHtml(route.path)}</code></h3>
  <p>${escapeHtml(route.summary)}</p>
  <p class="access">${accessWords(route.access)}</p>
  ${table('Path', route.params as Schema | undefined)}${table('Query', route.query as Schema | undefined)}
  ${table('Body', route.body as Schema | undefined)}${table('Reply', route.reply as Schema)}
  <h4>Problems</h4>
  <p class="codes">${problemsOf(route)
    .map(
      (code) =>
        `<span title="${escapeHtml(PROBLEMS[code].message)}"><code>${code}</code> ${PROBLEMS[code].status}</span>`,
    )
    .join(' ')}</p>
</section>`

export const API_STYLE = `
:root { color-scheme: light dark; --line: #8884; --quiet: #7a7f87; --accent: #0f766e }
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.55 system-ui, "Noto Sans CJK SC", sans-serif; display: grid; grid-template-columns: 15rem minmax(0, 1fr) }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.25rem 1rem; border-right: 1px solid var(--line); font-size: 13px }
nav h2 { font-size: 12px; text-transform: uppercase; letter-spacing: .06em; color: var(--quiet); margin: 1.2rem 0 .3rem }
nav a { display: block; padding: 2px 0; color: inherit; text-decoration: none; overflow-wrap: anywhere } nav a:hover { color: var(--accent) }
main { padding: 2rem clamp(1rem, 4vw, 3rem); max-width: 60rem }
section { padding: 1rem 0 1.5rem; border-top: 1px solid var(--line) }
h3 { font-size: 17px; margin: .3rem 0; overflow-wrap: anywhere } h4 { margin: 1rem 0 .3rem; font-size: 13px; color: var(--quiet) }
.method { font: 600 12px/1 ui-monospace, monospace; padding: 4px 7px; border-radius: 5px; background: #0f766e22; color: var(--accent) }
.access { color: var(--quiet); font-size: 13px; margin: .2rem 0 } code { font-family: ui-monospace, monospace; font-size: .92em }
table { border-collapse: collapse; width: 100% } td { border-top: 1px solid var(--line); padding: 5px 8px 5px 0; vertical-align: top; overflow-wrap: anywhere } td:first-child { width: 38% }
small { color: var(--quiet) } .codes span { display: inline-block; margin: 0 .6rem .3rem 0; font-size: 13px; color: var(--quiet) }
@media (max-width: 760px) { body { display: block } nav { position: static; height: auto; max-height: 40vh; border-right: 0; border-bottom: 1px solid var(--line) } }
`

export const apiPage = (): string => {
  const routes = Object.values(ROUTES) as Route[]
  const tags = [...new Set(routes.map((route) => route.tag))]
  const of = (tag: string) => routes.filter((route) => route.tag === tag)
  const menu = tags
    .map(
      (tag) =>
        `<h2>${escapeHtml(tag)}</h2>${of(tag)
          .map((route) => `<a href="#${route.name}">${route.name}</a>`)
          .join('')}`,
    )
    .join('')
  const body = tags.map((tag) => `<h2>${escapeHtml(tag)}</h2>${of(tag).map(section).join('')}`).join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Ballast API</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/docs/style.css"></head><body><nav aria-label="Routes"><strong>Ballast API</strong>${menu}</nav>
<main><h1>Ballast API</h1><p>Send and receive JSON. Sign in with a session cookie, or pass an API key: <code>Authorization: Bearer blst_…</code>.
The same description for machines: <a href="/docs/openapi.json">openapi.json</a> (OpenAPI 3.1). Every error is
<code>{code, status, message, detail?, path?, requestId?}</code>.</p>${body}</main></body></html>`
}
