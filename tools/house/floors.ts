// The floors: which file may import which. Calls go down, facts go up.

/** The one allowed import order: a feature may use the doors of those before it. */
export const FEATURES = [
  'accounts',
  'contacts',
  'files',
  'commerce',
  'promotions',
  'knowledge',
  'help',
  'canned',
  'conversations',
  'transcripts',
  'understanding',
  'voice',
  'models',
  'answering',
  'growth',
  'actions',
  'routing',
  'tickets',
  'admission',
  'intake',
  'delivery',
  'feed',
  'insights',
  'outreach',
] as const

const SERVER_TOP = new Set([
  'server/src/main.ts',
  'server/src/build-server.ts',
  'server/src/config.ts',
  'server/src/ground.ts',
])
const ours = (path: string) => /^(contract|understanding|server|desk|widget|demo|bench|tools)\//.test(path)
const featureOf = (path: string) => /^server\/src\/features\/([a-z]+)\//.exec(path)?.[1]

const featureBreach = (from: string, to: string): string | null => {
  const feature = featureOf(from)!
  const other = featureOf(to)
  if (/\/rules\//.test(from)) {
    const own = to.startsWith(`server/src/features/${feature}/rules/`)
    return own || /^(contract|understanding)\//.test(to) ? null : `rules are pure: they may not import ${to}`
  }
  if (other === feature) {
    const upward = /\/(routes|reactions)\.ts$/.test(to) && !/\/(index|routes|reactions)\.ts$/.test(from)
    return upward ? `verbs and stores may not import ${to}` : null
  }
  if (other !== undefined) {
    if (FEATURES.indexOf(other as never) > FEATURES.indexOf(feature as never))
      return `${feature} stands below ${other}: write a fact instead`
    return to === `server/src/features/${other}/index.ts`
      ? null
      : `only the door of ${other} may be imported, not ${to}`
  }
  if (/^server\/src\/channels\/(?!registry\.ts|kit\/)/.test(to))
    return `features know channels through the registry, not ${to}`
  if (SERVER_TOP.has(to)) return `nothing imports ${to}`
  return /^(contract|understanding|server\/src\/(platform|channels))\//.test(to)
    ? null
    : `a feature may not import ${to}`
}

/** Null: allowed. Otherwise what is wrong. */
export const floorBreach = (from: string, to: string): string | null => {
  if (!ours(to)) return null
  if (from.startsWith('contract/'))
    return to.startsWith('contract/') ? null : `contract imports nothing of ours, not ${to}`
  if (from.startsWith('understanding/'))
    return to.startsWith('understanding/') ? null : `understanding imports nothing of ours, not ${to}`
  if (from.startsWith('desk/') || from.startsWith('widget/')) {
    const home = from.split('/')[0]!
    return to.startsWith(`${home}/`) || to.startsWith('contract/')
      ? null
      : `${home} may import the contract only, not ${to}`
  }
  if (from.startsWith('server/src/platform/'))
    return /^(contract|server\/src\/platform)\//.test(to) ? null : `platform knows nothing of ${to}`
  if (from.startsWith('server/src/channels/')) return channelBreach(from, to)
  if (featureOf(from) !== undefined) return featureBreach(from, to)
  return null
}

const channelBreach = (from: string, to: string): string | null => {
  if (/^(contract|server\/src\/platform|server\/src\/channels\/kit)\//.test(to)) return null
  if (from === 'server/src/channels/registry.ts')
    return /^server\/src\/channels\//.test(to) ? null : `the registry knows channels only, not ${to}`
  const home = /^server\/src\/channels\/[a-z-]+\//.exec(from)?.[0]
  return home !== undefined && to.startsWith(home) ? null : `a channel may not import ${to}`
}
