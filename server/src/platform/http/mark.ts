// The mark browsers show on a tab. They ask for /favicon.ico on every page that names no icon of its own.
import type { HttpServer } from './http-server.ts'

const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>Ballast</title><rect width="32" height="32" rx="9" fill="#12606b"/><path d="M7 13h18l-2.2 8.2a4 4 0 0 1-3.9 3H13a4 4 0 0 1-3.8-3z" fill="#e9f4f3"/><path d="M16 5v8" stroke="#f2b84b" stroke-width="2.6" stroke-linecap="round"/></svg>'

/** The address says .ico, the content type says what it is; browsers go by the type. */
export const serveMark = ({ app }: HttpServer): void => {
  for (const path of ['/favicon.ico', '/favicon.svg'])
    app.get(path, async (_, reply) =>
      reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(MARK),
    )
}
