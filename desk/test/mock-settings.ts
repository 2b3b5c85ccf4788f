// What the stand-in server knows of inboxes, keys and teams: kept in memory, refused as the server would.
import { Problem } from '@ballast/contract/problems'
import { ago, staff, TEAM, uuid } from './mock-data.ts'

// biome-ignore lint/suspicious/noExplicitAny: inputs are checked against the route's schemas before they come here.
type Handle = (input: { params: any; query: any; body: any }) => unknown
type Routes = Record<string, Handle>

const inboxOf = (n: number, name: string, channel: string) => ({
  id: uuid(3, n),
  name,
  channel,
  publicKey: `pk_${n}harbour`,
  origins: [] as string[],
  teamIds: channel === 'open' ? [TEAM] : [],
  locale: 'zh-CN',
  botName: 'Anchor',
  enabled: true,
  look: { color: '#12606b', theme: 'auto' as const, greeting: '你好，欢迎来到港湾' },
  hours: {
    timeZone: 'Asia/Shanghai',
    weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
    closed: ['2027-01-01'],
  },
})
export const WEB_INBOX = uuid(3, 1)
export const OPEN_INBOX = uuid(3, 2)

const SITE = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i
/** The server's own look at what a schema cannot say. */
const checkChange = (body: { origins?: string[]; hours?: { timeZone: string } | null }) => {
  const wrong = (body.origins ?? []).findIndex((each) => !SITE.test(each))
  if (wrong !== -1)
    throw new Problem('request.invalid', { path: `/origins/${wrong}`, detail: 'An origin has no path.' })
  if (body.hours?.timeZone === 'Antarctica/Troll')
    throw new Problem('request.invalid', { path: '/hours/timeZone', detail: 'There is no such time zone.' })
}

const inboxRoutes = (): Routes => {
  const inboxes = [inboxOf(1, '港湾旗舰店', 'web'), inboxOf(2, 'Kiosk app', 'open')]
  const find = (id: string) => {
    const inbox = inboxes.find((each) => each.id === id)
    if (!inbox) throw new Problem('inbox.unknown')
    return inbox
  }
  return {
    listInboxes: () => ({ inboxes }),
    createInbox: ({ body }) => {
      const made = {
        ...inboxOf(inboxes.length + 1, body.name, body.channel),
        locale: body.locale,
        look: {},
        hours: null,
      }
      inboxes.push({ ...made, teamIds: [] } as unknown as (typeof inboxes)[number])
      return { inbox: inboxes.at(-1) }
    },
    changeInbox: ({ params, body }) => {
      checkChange(body)
      return { inbox: Object.assign(find(params.inboxId), body) }
    },
    rotateIdentitySecret: () => ({ secret: 'once-shown-identity-secret', keyId: 'a1b2c3d4e5f6' }),
  }
}

const field = (name: string, type: 'text' | 'switch', secret = false) => ({
  name,
  label: `Label of ${name}`,
  help: `Help of ${name}`,
  secret,
  required: false,
  type,
})
/** One of each type, beside those of the open channel. */
const FORM = [
  field('apiKey', 'text', true),
  field('webhookUrl', 'text'),
  { ...field('customerIds', 'switch'), default: false },
  { ...field('retries', 'text'), type: 'number' as const, default: 3 },
  { ...field('region', 'text'), type: 'choice' as const, choices: ['cn', 'eu'] },
  { ...field('tags', 'text'), type: 'list' as const },
]

const channelRoutes = (): Routes => {
  let values: Record<string, unknown> = { apiKey: '••••', webhookUrl: 'https://kiosk.example/hook', tags: ['kiosk'] }
  const health: { failingSince: string | null; stoppedAt: string | null } = {
    failingSince: ago(500_000),
    stoppedAt: ago(4_000),
  }
  const view = () => ({ channel: 'open', form: FORM, values })
  return {
    readInboxSettings: view,
    changeInboxSettings: ({ body: { settings } }) => {
      if (typeof settings.webhookUrl === 'string' && !settings.webhookUrl.startsWith('http'))
        throw new Problem('request.invalid', { path: '/settings/webhookUrl', detail: 'It must match the pattern.' })
      const all = Object.entries({ ...values, ...settings }).filter(([, value]) => value !== null)
      values = Object.fromEntries(all.map(([name, value]) => [name, name === 'apiKey' ? '••••' : value]))
      return view()
    },
    readInboxDelivery: ({ params }) =>
      params.inboxId === OPEN_INBOX ? health : { failingSince: null, stoppedAt: null },
    resumeInboxDelivery: () => Object.assign(health, { failingSince: null, stoppedAt: null }),
  }
}

const keyRoutes = (): Routes => {
  let made = 1
  let keys: { id: string; permissions: string[]; [more: string]: unknown }[] = [
    {
      id: uuid(12, 1),
      name: 'Nightly report',
      prefix: 'blk_7f3a',
      permissions: ['conversations.read', 'facts.read'],
      createdAt: ago(9_000_000),
      lastUsedAt: ago(4_000),
      expiresAt: null,
    },
  ]
  return {
    listKeys: () => ({ keys }),
    createKey: ({ body }) => {
      made += 1
      const common = { prefix: `blk_${made}new`, createdAt: ago(0), lastUsedAt: null, expiresAt: null }
      keys = [...keys, { ...common, ...body, id: uuid(12, made) }]
      return { id: uuid(12, made), secret: `blk_${made}new_once-shown-key` }
    },
    revokeKey: ({ params }) => {
      keys = keys.filter(({ id }) => id !== params.keyId)
      return {}
    },
  }
}

const peopleRoutes = (): Routes => {
  const teams = [{ id: TEAM, name: 'After-sales' }]
  let name = 'Harbour & Co'
  return {
    listTeams: () => ({ teams }),
    createTeam: ({ body }) => {
      const team = { id: uuid(2, teams.length + 1), name: body.name as string }
      teams.push(team)
      return { team }
    },
    changeStaff: ({ params, body }) => {
      const who = staff.find(({ id }) => id === params.staffId)
      if (!who) throw new Problem('staff.not-found')
      return { staff: Object.assign(who, body) }
    },
    readWorkspace: () => ({
      id: uuid(9, 1),
      name,
      setUp: true,
      webInboxes: 1,
      entries: 2,
      staff: staff.length,
      conversations: 100,
    }),
    changeWorkspace: ({ body }) => {
      name = body.name
      return { name, setUp: true }
    },
  }
}

export const settingsRoutes = (): Routes => ({
  ...inboxRoutes(),
  ...channelRoutes(),
  ...keyRoutes(),
  ...peopleRoutes(),
})
