// What a turn has to say while it is under way: kept to oneself while the answer may still be quick, told once it is not.
export interface SoFar {
  /** For the turn: the whole text so far. */
  readonly onText: (soFar: string) => void
  /** From now on tells what was said last and everything new, until the answer is there. */
  follow(tell: (soFar: string) => void): void
  end(): void
}

export const createSoFar = (): SoFar => {
  let last = ''
  let tell: ((soFar: string) => void) | null = null
  return {
    onText: (soFar) => {
      if (soFar === '' || soFar === last) return
      last = soFar
      tell?.(soFar)
    },
    follow: (hear) => {
      tell = hear
      if (last !== '') hear(last)
    },
    end: () => {
      tell = null
    },
  }
}
