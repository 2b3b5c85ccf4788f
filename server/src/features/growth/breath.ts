// Long work between other work: nothing here may hold up a conversation.

/** Lets others have their turn. */
export const breath = () => new Promise<void>((done) => setImmediate(done))
