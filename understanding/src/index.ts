// The language library: what a line of chat means. No I/O, no server, nothing of ours below it.
export { fold, hanGrams, words } from './features.ts'
