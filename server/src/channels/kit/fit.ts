// Parts -> what a channel can carry. Pure, so a preview at the desk and the delivery itself agree.
import type { Part } from '@ballast/contract'
import { asText, type Links, linkOf } from './as-text.ts'
import type { Capabilities } from './capabilities.ts'
import { measure, shorten, splitText } from './text.ts'

export interface Fitted {
  /** One entry a platform message, in order. */
  readonly messages: readonly (readonly Part[])[]
  /** What could not be carried in any form: the kinds, for the agent's notice. */
  readonly dropped: readonly Part['kind'][]
}

type Media = Extract<Part, { kind: 'image' | 'file' | 'audio' | 'video' }>
const isMedia = (part: Part): part is Media => ['image', 'file', 'audio', 'video'].includes(part.kind)

const accepts = (able: Capabilities, part: Media): boolean => {
  if ((part.bytes ?? 0) > able.attachments.maxBytes) return false
  if (part.mime === undefined) return able.attachments.mimes.length > 0
  const family = `${part.mime.split('/')[0]}/*`
  return [part.mime, family, '*/*'].some((mime) => able.attachments.mimes.includes(mime))
}

/** A path of our own means nothing outside: it is named whole. */
const reachable = <P extends Part>(part: P, links: Links): P =>
  isMedia(part) && part.fileId === undefined && part.url?.startsWith('/') && links.origin !== undefined
    ? { ...part, url: `${links.origin}${part.url}` }
    : part

/** The part as the channel carries it natively, or null. */
const natively = (part: Part, able: Capabilities): Part | null => {
  if (isMedia(part)) {
    if (!accepts(able, part)) return null
    if (able.parts.includes(part.kind)) return part
    if (!able.parts.includes('file')) return null
    const { fileId, url, name, mime, bytes } = part
    const known = Object.entries({ fileId, url, name, mime, bytes }).filter(([, value]) => value !== undefined)
    return { kind: 'file', ...Object.fromEntries(known) }
  }
  if (!able.parts.includes(part.kind)) return null
  if (part.kind === 'buttons') {
    if (part.buttons.length > able.buttons.max) return null
    const label = (text: string) => shorten(text, able.buttons.labelLength)
    return { ...part, buttons: part.buttons.map((button) => ({ ...button, label: label(button.label) })) }
  }
  if (part.kind === 'quick-replies') {
    const replies = part.replies.slice(0, able.quickReplies.max)
    // What a tap says stays whole even where its label is cut.
    const fitted = replies.map((reply) => {
      const label = shorten(reply.label, able.quickReplies.labelLength)
      return label === reply.label ? reply : { label, say: reply.say ?? reply.label }
    })
    return { ...part, replies: fitted }
  }
  return part
}

const textsOf = (text: string, able: Capabilities): Part[] =>
  able.parts.includes('text')
    ? splitText(text, able.maxTextLength, able.textUnit).map((piece) => ({ kind: 'text', text: piece }))
    : []

/** Written-out text joins the text before it when both fit: reply counts are scarce on many platforms. */
const append = (units: Part[], more: readonly Part[], able: Capabilities): void => {
  for (const part of more) {
    const last = units.at(-1)
    if (last?.kind === 'text' && part.kind === 'text') {
      const joined = `${last.text}\n\n${part.text}`
      if (measure(joined, able.textUnit) <= able.maxTextLength) {
        units[units.length - 1] = { kind: 'text', text: joined }
        continue
      }
    }
    units.push(part)
  }
}

/**
 * Fits a message to a channel: long text is split, buttons become a numbered list, cards become text and a link,
 * media the platform refuses becomes a link. `links` turns stored files and own paths into public addresses.
 */
export const fit = (parts: readonly Part[], able: Capabilities, links: Links = {}): Fitted => {
  const units: Part[] = []
  const dropped: Part['kind'][] = []
  for (const part of parts) {
    const native = part.kind === 'text' ? null : natively(part, able)
    if (native !== null && (!isMedia(native) || linkOf(native, links) !== undefined || native.fileId !== undefined)) {
      units.push(reachable(native, links))
      continue
    }
    if (part.kind === 'text') {
      const pieces = textsOf(part.text, able)
      if (pieces.length === 0 && part.text.trim() !== '') dropped.push('text')
      units.push(...pieces)
      continue
    }
    const written = textsOf(asText(part, links), able)
    if (written.length === 0) dropped.push(part.kind)
    append(units, written, able)
  }
  const messages: Part[][] = []
  for (const unit of units) {
    const last = messages.at(-1)
    if (last !== undefined && last.length < able.partsPerMessage) last.push(unit)
    else messages.push([unit])
  }
  return { messages, dropped }
}
