// Emoji: none, only the brand's own, or as they were written.
import type { Voice } from '@ballast/contract/routes/voice'

/** Digits and signs have the property Emoji, too; what is drawn as a picture has the other one. */
const EMOJI =
  /\s?(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*/gu
/** Written as text far more often than as a picture. */
const SIGNS = /^\s?[©®™↔-↩✓✔✗✘]\ufe0f?$/u

export const withEmoji = (text: string, { emoji }: Pick<Voice, 'emoji'>): string => {
  if (emoji.use === 'as-written') return text
  const kept = emoji.use === 'on' ? emoji.which : []
  let seen = false
  const said = text.replace(EMOJI, (one) => {
    if (SIGNS.test(one)) return one
    const stays = kept.includes(one.trim())
    seen ||= stays
    return stays ? one : ''
  })
  const clean = said === '' ? text : said
  return emoji.use === 'on' && !seen && kept[0] !== undefined ? `${clean} ${kept[0]}` : clean
}
