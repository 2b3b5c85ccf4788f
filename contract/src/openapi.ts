// OpenAPI 3.1, folded from ROUTES. A typebox schema is JSON Schema already, so nothing is converted.
import { PERMISSIONS } from './permissions.ts'
import { PROBLEMS, ProblemBody, type ProblemCode } from './problems.ts'
import type { Route } from './route.ts'
import { ROUTES } from './routes/index.ts'

type Json = Record<string, unknown>
interface ObjectSchema {
  readonly properties?: Record<string, Json>
  readonly required?: readonly string[]
}

/** Problems any route may answer with. */
export const COMMON_PROBLEMS: readonly ProblemCode[] = [
  'request.invalid',
  'rate.limited',
  'server.busy',
  'server.error',
]
const SIGNED_IN_PROBLEMS: readonly ProblemCode[] = ['auth.required', 'auth.forbidden']

/** Every problem one route may answer with, common ones included. */
export const problemsOf = (route: Route): ProblemCode[] => [
  ...new Set([...COMMON_PROBLEMS, ...(route.access === 'public' ? [] : SIGNED_IN_PROBLEMS), ...route.problems]),
]

const plain = (schema: unknown): Json => JSON.parse(JSON.stringify(schema)) as Json

const parameters = (route: Route): Json[] =>
  (['params', 'query'] as const).flatMap((place) => {
    const schema = route[place] as ObjectSchema | undefined
    return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
      name,
      in: place === 'params' ? 'path' : 'query',
      required: place === 'params' || (schema?.required ?? []).includes(name),
      schema: plain(property),
    }))
  })

const BYTES = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }

const replies = (route: Route): Json => {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of problemsOf(route)) {
    const { status } = PROBLEMS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const problems = [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].message}`).join('\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return {
    '200': {
      description: 'Done.',
      content: route.bytes === 'reply' ? BYTES : { 'application/json': { schema: plain(route.reply) } },
    },
    ...Object.fromEntries(problems),
  }
}

const securityOf = ({ access }: Route): Json[] =>
  access === 'public' ? [] : access === 'visitor' ? [{ visitor: [] }] : [{ session: [] }, { key: [] }]

const accessWords = ({ access }: Route): string => {
  if (access === 'public') return 'Open to anyone.'
  if (access === 'visitor') return 'For a visitor, with their token.'
  if (access === 'staff') return 'For any signed-in colleague.'
  return `Needs the permission \`${access}\` (${PERMISSIONS[access].join(', ')}).`
}

const requestBody = (route: Route): Json => {
  if (route.bytes === 'body') return { requestBody: { required: true, content: BYTES } }
  if (route.body === undefined) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema: plain(route.body) } } } }
}

const operation = (route: Route): Json => ({
  operationId: route.name,
  tags: [route.tag],
  summary: route.summary,
  description: accessWords(route),
  security: securityOf(route),
  parameters: parameters(route),
  ...requestBody(route),
  responses: replies(route),
})

/** The whole description, ready for JSON.stringify. */
export const openapi = (version: string): Json => {
  const paths: Record<string, Json> = {}
  for (const route of Object.values(ROUTES) as Route[]) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Ballast', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: plain(ProblemBody) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'ballast_session' },
        key: { type: 'http', scheme: 'bearer', description: 'An API key: `blst_…`.' },
        visitor: { type: 'http', scheme: 'bearer', description: 'A visitor token from startVisit.' },
      },
    },
  }
}
