// Long work between other work: nothing here may hold up a conversation.

/** Lets others have their turn. */
export const breath = () => new Promise<void>((done) => setImmediate(done))

const STEPS = 50
/** Some steps at a time. */
export const inSteps = async <T>(steps: Iterator<unknown, T>): Promise<T> => {
  for (let n = 1; ; n++) {
    const step = steps.next()
    if (step.done) return step.value
    if (n % STEPS === 0) await breath()
  }
}
