// The door of configuration.
export { type ConfigOf, defineConfig, type Setting, type Settings } from './define-config.ts'
export { ConfigError, type ConfigValues, type Definitions, readConfig } from './read-config.ts'
export { renderConfigDocs } from './render-config-docs.ts'
