// Many entries are decided and written at once; somebody who saves one of them meanwhile makes all be decided again.
import { Problem } from '@ballast/contract/problems'

const MOST_TRIES = 5

/** Again on `conversation.changed`, up to five times. */
export const whenNobodySaves = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++)
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'conversation.changed' || tries === MOST_TRIES) throw error
    }
}
