// When a snoozed conversation comes back. Pure: `now` is given; hours are the reader's own.

export const SNOOZES = ['hour', 'threeHours', 'tomorrow', 'monday'] as const
export type SnoozeName = (typeof SNOOZES)[number]

export const snoozeUntil = (name: SnoozeName, now: Date): Date => {
  if (name === 'hour') return new Date(now.getTime() + 3_600_000)
  if (name === 'threeHours') return new Date(now.getTime() + 3 * 3_600_000)
  const days = name === 'tomorrow' ? 1 : (8 - now.getDay()) % 7 || 7
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9)
}
