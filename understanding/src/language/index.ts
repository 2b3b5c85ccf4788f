// Which language a message is in.
export { type Detected, detectLanguage, LANGUAGES, type Language } from './detect.ts'
