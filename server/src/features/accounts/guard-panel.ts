// Who may embed the chat panel: the sites its inbox names. Asked when the page is served, because a frame's address is all
// a browser shows us of who embeds it.

import { problem } from '@ballast/contract/problems'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressKey } from '../../platform/http/address-key.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { contentSecurityPolicy } from '../../platform/http/security-headers.ts'
import type { InboxDirectory } from './inbox-directory.ts'

const PANEL = /^\/widget\/panel\.html(\?|$)/
const KEY = /^[\w.-]{1,64}$/

const NOT_HERE = `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>Chat</title>
<p lang="zh-CN">客服聊天暂时无法使用：找不到这个收件箱，或它已停用。请联系商家。</p>
<p>This chat is not available: there is no such inbox, or it is switched off. Please contact the shop.</p>
</html>
`

/** A hook before the built panel: sets its frame-ancestors, or answers in its place when there is no such inbox. */
export const guardPanel =
  (http: Pick<HttpServer, 'config' | 'publicLimiter'>, inboxes: Pick<InboxDirectory, 'byPublicKey'>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (!PANEL.test(request.url)) {
      // Scripts and pictures need no policy. A page asked for by another spelling of its address may do nothing.
      reply.header('content-security-policy', contentSecurityPolicy('api', []))
      return undefined
    }
    if ((http.publicLimiter?.take(addressKey(request.ip)) ?? 0) > 0) throw problem('rate.limited')
    const { inbox: key } = request.query as { inbox?: unknown }
    const found = typeof key === 'string' && KEY.test(key) ? await inboxes.byPublicKey(key) : undefined
    const anywhere = http.config.frameAncestors
    if (found === undefined || !found.inbox.enabled)
      return reply
        .code(404)
        .header('content-security-policy', `default-src 'none'; frame-ancestors 'self' ${anywhere.join(' ')}`)
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(NOT_HERE)
    const { origins } = found.inbox
    const sites = ["'self'", ...(origins.length > 0 ? origins : anywhere)]
    reply.header('content-security-policy', contentSecurityPolicy('widget-frame', sites))
    return undefined
  }
