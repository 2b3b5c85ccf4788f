// JSON carries every part there is; beside them a plain text is sent for entries that show text only.
export { EVERYTHING as capabilities } from '../kit/index.ts'
