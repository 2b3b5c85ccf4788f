// Routes of the workspace itself.
import * as contract from '@ballast/contract/routes/workspace'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import type { Accounts } from './accounts.ts'
import { changeWorkspace, readWorkspace } from './change-workspace.ts'
import { asMember } from './parts.ts'

export const serveWorkspaceRoutes = (http: HttpServer, gate: Gate, accounts: Accounts): void => {
  serve(http, gate, contract.readWorkspace, ({ principal }) => readWorkspace(accounts, asMember(principal).tenant))
  serve(http, gate, contract.changeWorkspace, ({ principal, body }) =>
    changeWorkspace(accounts, asMember(principal), body),
  )
}
