// The door of the large language model a shop may set up: asked for words, never trusted with them.
export { modelsConfig } from './config.ts'
export { createModels, type ModelsDoor } from './create-models.ts'
export type { Asked, Models } from './parts.ts'
