// The door of growth: knowledge that learns from what the bot could not settle.
export { createGrowth, type Growth } from './create-growth.ts'
export { forgetAsker } from './forget.ts'
