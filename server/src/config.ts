// Every setting of the server, joined from the parts that own them. The only reader of the environment.
import { accountsConfig } from './features/accounts/index.ts'
import { deliveryConfig } from './features/delivery/index.ts'
import { knowledgeConfig } from './features/knowledge/index.ts'
import { modelsConfig } from './features/models/index.ts'
import { understandingConfig } from './features/understanding/index.ts'
import { busConfig } from './platform/bus/config.ts'
import { type ConfigValues, readConfig } from './platform/config/index.ts'
import { databaseConfig } from './platform/database/config.ts'
import { httpConfig } from './platform/http/config.ts'
import { logConfig } from './platform/log.ts'
import { mailConfig } from './platform/mail/config.ts'
import { secretsConfig } from './platform/secrets/config.ts'
import { telemetryConfig } from './platform/telemetry.ts'

export const configuration = {
  http: httpConfig,
  database: databaseConfig,
  bus: busConfig,
  secrets: secretsConfig,
  accounts: accountsConfig,
  delivery: deliveryConfig,
  knowledge: knowledgeConfig,
  understanding: understandingConfig,
  models: modelsConfig,
  mail: mailConfig,
  log: logConfig,
  telemetry: telemetryConfig,
}
export type Configuration = ConfigValues<typeof configuration>

/** @throws ConfigError naming every wrong variable */
export const readConfiguration = (env: Record<string, string | undefined> = process.env): Configuration =>
  readConfig(configuration, env)
