// Our own widget shows every part there is, for as long as the customer likes.
export { EVERYTHING as capabilities } from '../kit/index.ts'
