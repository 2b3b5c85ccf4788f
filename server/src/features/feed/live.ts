// Opens the live endpoints: sockets for visitors and desks, and the plain-HTTP ways for visitors.

import type { IncomingMessage } from 'node:http'
import { DESK_FRAMES, type Principal, VISITOR_FRAMES } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { HttpServer } from '../../platform/http/http-server.ts'
import type { WebSockets } from '../../platform/live/websocket.ts'
import { createDeskRights } from './desk-rights.ts'
import { openDesk } from './live-desk.ts'
import { serveLiveHttp } from './live-http.ts'
import type { LiveParts } from './live-parts.ts'
import { createSignals } from './live-signals.ts'
import { openVisitor, visitorGround } from './live-visitor.ts'

export interface LiveDoors {
  readonly http: HttpServer
  readonly sockets: WebSockets
  /** The colleague of a desk's handshake, by cookie. @throws Problem auth.* */
  readonly staffOf: (request: IncomingMessage) => Promise<Principal>
  /** Whether the origin is our own: cookies travel with a desk's handshake from any page. */
  readonly isOurOrigin: (origin: string | undefined, request: IncomingMessage) => boolean
}

/** Nobody yet: a visitor shows the token in the first frame. */
const STRANGER = { tenant: '00000000-0000-0000-0000-000000000000', principal: { kind: 'anyone' } } as const

/** Answers the function that ends typing and presence; sockets are the hub's to drain. */
export const openLive = (parts: LiveParts, doors: LiveDoors): (() => void) => {
  const signals = createSignals(parts)
  const rights = createDeskRights(parts)
  const ground = visitorGround(parts, signals)
  doors.sockets.add({
    path: '/live/visitor',
    frames: VISITOR_FRAMES,
    // The token is shown in a frame, never by cookie: a foreign page gains nothing by connecting.
    allowsOrigin: () => true,
    admit: async () => STRANGER,
    open: (connection) => openVisitor(ground, connection),
  })
  doors.sockets.add({
    path: '/live/desk',
    frames: DESK_FRAMES,
    allowsOrigin: doors.isOurOrigin,
    admit: async (request) => {
      const principal = await doors.staffOf(request)
      if (principal.kind !== 'staff') throw problem('auth.required')
      return { tenant: principal.tenant, principal }
    },
    open: (connection, request) =>
      openDesk({ parts, signals, rights, whoNow: () => doors.staffOf(request) }, connection),
  })
  serveLiveHttp(doors.http, ground)
  return () => {
    signals.close()
    rights.close()
  }
}
