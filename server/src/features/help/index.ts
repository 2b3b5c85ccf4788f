// The door of product help: a code on the thing, a page with what is known about it, and the chat about it.
export { createHelp, type HelpParts } from './parts.ts'
