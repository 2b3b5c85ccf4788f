// Whether a voice may be saved, and which of several speaks.
import { PLAIN_VOICE, type Voice } from '@ballast/contract/routes/voice'
import { claimsIn, settled } from '@ballast/understanding/claims'

const ANY_DAY = { now: 0, timeZone: 'UTC' }
/** A feast may be wished; a sum, a share, a date or a time is for the knowledge, where it is cited and ends. */
const statesFacts = (text: string): boolean => claimsIn(settled(text), ANY_DAY).some(({ kind }) => kind !== 'days')

/** A name may hold a number: only one that states a price or a saving is none. */
const pricesName = (name: string): boolean =>
  claimsIn(settled(name), ANY_DAY).some(({ kind }) => kind === 'money' || kind === 'share' || kind === 'deal')

export const decideVoice = (voice: Voice): { refused: 'voice.states-facts' | 'voice.script-ends-first' } | null => {
  const said = [
    ...Object.values(voice.greeting),
    ...Object.values(voice.closing),
    ...voice.scripts.map(({ text }) => text),
    ...voice.forbidden.map(({ instead }) => instead ?? ''),
    ...voice.emoji.which,
  ]
  if (said.some(statesFacts) || pricesName(voice.nickname ?? '')) return { refused: 'voice.states-facts' }
  return voice.scripts.some(({ from, to }) => Date.parse(from) >= Date.parse(to))
    ? { refused: 'voice.script-ends-first' }
    : null
}

/** Inbox before channel before everybody; nothing set: plain. */
export const voiceFor = (
  voices: ReadonlyMap<string, Voice>,
  { inboxId, channel }: { readonly inboxId: string; readonly channel?: string },
): Voice => voices.get(`inbox:${inboxId}`) ?? voices.get(`channel:${channel}`) ?? voices.get('all') ?? PLAIN_VOICE
