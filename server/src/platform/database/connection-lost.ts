// Recognises errors that say "the connection is gone" rather than "the statement is wrong".

// 57P01 admin shutdown, 57P02 crash shutdown, 57P03 cannot connect now, 08* connection exceptions.
const STATES = /^(57P0[123]|08\w{3})$/
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'])
// pg gives these no code.
const MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|timeout expired|Query read timeout|timeout exceeded when trying to connect|Client was closed)/

/**
 * Whether the statement failed because the server went away or restarted. What it did is then unknown if it
 * was a COMMIT (or a single statement): submit again with the same id.
 */
export const isConnectionLost = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  // A missing socket, not a missing file.
  if (code === 'ENOENT' && syscall === 'connect') return true
  if (typeof code === 'string' && (STATES.test(code) || SOCKET_CODES.has(code))) return true
  return MESSAGES.test(error.message) || isConnectionLost(error.cause)
}
