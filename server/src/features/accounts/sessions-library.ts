// better-auth behind one small door: it owns the schema `auth` (users, password hashes, sessions, second factors) and
// knows people only by their staff id. Nobody outside this file sees its types, its cookies' names or its errors.
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { getMigrations } from 'better-auth/db/migration'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import * as z from 'zod'
