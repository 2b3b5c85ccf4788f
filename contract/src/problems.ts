// Every error a client can see: one table of codes. A code is never reused for another meaning.
import { type Static, Type } from 'typebox'
import { Closed, Text } from './primitives.ts'

type Row = { readonly status: number; readonly message: string }
const rows = <T extends Record<string, Row>>(table: T): T => table

/** code -> HTTP status and what the reader can do next. */
export const PROBLEMS = rows({
  'request.invalid': {
    status: 400,
    message: 'The request does not fit the schema. Correct the field named in `path`.',
  },
  'request.too-large': { status: 413, message: 'The request is larger than this route accepts.' },
  'request.unsupported-type': { status: 415, message: 'Send the body as application/json.' },
  'request.not-found': { status: 404, message: 'There is nothing at this address.' },
  'request.timeout': { status: 408, message: 'The request took too long to arrive. Send it again.' },
  'rate.limited': { status: 429, message: 'Too many requests. Wait the seconds in Retry-After, then try again.' },
  'server.busy': { status: 503, message: 'The server is busy. Wait the seconds in Retry-After, then try again.' },
  'server.draining': { status: 503, message: 'The server is restarting. Reconnect in a moment; nothing is lost.' },
  'server.error': { status: 500, message: 'Something broke on our side. Quote the request id when you ask for help.' },
  'auth.required': { status: 401, message: 'Sign in first.' },
  'auth.invalid': { status: 401, message: 'The sign-in is wrong or has expired. Sign in again.' },
  'auth.second-factor': { status: 401, message: 'Enter the code of your second factor.' },
  'auth.locked': { status: 429, message: 'Too many failed sign-ins. Wait, or ask an owner to reset your access.' },
  'auth.forbidden': { status: 403, message: 'Your role does not allow this. Ask a manager.' },
  'token.invalid': { status: 401, message: 'The visitor token is wrong. Ask for a new one.' },
  'token.expired': { status: 401, message: 'The token has expired. Ask for a new one.' },
  'signature.invalid': { status: 401, message: 'The signature does not match. Check the secret and the clock.' },
  'tenant.unknown': { status: 404, message: 'There is no such workspace.' },
  'inbox.unknown': { status: 404, message: 'There is no such inbox.' },
  'inbox.origin-refused': {
    status: 403,
    message: 'This site may not embed the inbox. Add its origin in the inbox settings.',
  },
  'conversation.not-found': { status: 404, message: 'There is no such conversation, or you may not see it.' },
  'conversation.not-yours': { status: 409, message: 'Another agent has this conversation. Take it over first.' },
  'conversation.wrong-status': { status: 409, message: 'The conversation is not in a state that allows this.' },
  'conversation.changed': {
    status: 409,
    message: 'The conversation changed meanwhile. Load it again and decide again.',
  },
  'message.not-found': { status: 404, message: 'There is no such message.' },
  'message.too-long': { status: 413, message: 'The text is longer than 8,000 characters. Send it in parts.' },
  'message.empty': { status: 400, message: 'The message has nothing in it.' },
  'message.not-yours': { status: 403, message: 'Only its author may change a message.' },
  'message.too-old': { status: 409, message: 'The message can no longer be changed.' },
  'message.id-reused': { status: 409, message: 'This message id was used for another text. Make a new id.' },
  'channel.unknown': { status: 404, message: 'There is no such channel.' },
  'channel.window-closed': {
    status: 409,
    message: 'The platform no longer allows a reply here. Wait for the customer to write.',
  },
  'contact.not-found': { status: 404, message: 'There is no such contact, or you may not see it.' },
  'identity.conflict': {
    status: 409,
    message: 'This visitor is already joined to another account. Reset the widget first.',
  },
  'file.type-refused': {
    status: 415,
    message: 'This kind of file is not accepted, or its content does not match its name.',
  },
  'file.too-large': { status: 413, message: 'The file is too large.' },
  'file.not-found': { status: 404, message: 'There is no such file.' },
  'reveal.reason-required': { status: 400, message: 'Say why you need to see this field.' },
  'staff.not-found': { status: 404, message: 'There is no such colleague.' },
  'staff.exists': {
    status: 409,
    message: 'A colleague with this e-mail is already here. Make a new sign-in link instead.',
  },
  'staff.last-owner': { status: 409, message: 'A workspace needs at least one owner.' },
  'team.not-found': { status: 404, message: 'There is no such team.' },
  'key.not-found': { status: 404, message: 'There is no such API key.' },
  'knowledge.not-found': { status: 404, message: 'There is no such knowledge entry.' },
  'knowledge.nothing-found': {
    status: 400,
    message: 'No question with an answer was found in the text. Write each as «Q: …» and «A: …», or as two columns.',
  },
  'rules.version-unknown': { status: 404, message: 'There is no such version of the rules.' },
  'rules.none-before': { status: 409, message: 'No version was in force before this one.' },
  'rules.broken': {
    status: 409,
    message: 'Some rules cannot work as written. Check the version and correct them first.',
  },
  'rules.too-many': { status: 413, message: 'A set holds 20,000 rules at most. Remove what is past.' },
  'rules.file-unreadable': {
    status: 400,
    message: 'This file is no table of rules. Save it as xlsx or csv with the headers in its first row.',
  },
  'rules.currency-differs': { status: 409, message: 'The cart is in another currency than the rules.' },
  'rules.none-in-force': { status: 409, message: 'No rules are in force yet. Publish a version first.' },
  'knowledge.validity-wrong': { status: 400, message: 'It would end before it begins. Correct the dates.' },
  'document.not-found': { status: 404, message: 'There is no such document.' },
  'document.empty': { status: 422, message: 'The document has no text in it.' },
  'document.encrypted': { status: 422, message: 'The document has a password. Save it without one, then try again.' },
  'document.scanned': {
    status: 422,
    message: 'The document is pictures of pages without text. Run text recognition on it first.',
  },
  'document.broken': { status: 422, message: 'The document is damaged. Open it, save it anew, then try again.' },
  'document.too-large': {
    status: 413,
    message: 'The document is too large, or takes too long to read. Split it into parts.',
  },
  'document.unknown-kind': {
    status: 415,
    message: 'This kind of document cannot be read. Give it as PDF, DOCX, XLSX, CSV, Markdown, HTML or text.',
  },
  'document.unreachable': { status: 502, message: 'The page could not be fetched. Check the address.' },
  'document.too-many': { status: 409, message: 'There is no room for more documents. Remove some first.' },
  'site.not-found': { status: 404, message: 'There is no such site.' },
  'site.address-refused': {
    status: 400,
    message: 'Give the public http or https address of a site, without a name and password in it.',
  },
  'help.not-found': { status: 404, message: 'There is no such help code.' },
  'product.not-found': { status: 404, message: 'The shop knows no such product.' },
  'structure.not-found': { status: 404, message: 'It is not in the structure any more.' },
  'structure.changed': { status: 409, message: 'A colleague changed it meanwhile. Look again, then decide.' },
  'structure.edge-wrong': { status: 400, message: 'A thing cannot be linked to itself or merged into itself.' },
  'structure.too-many': { status: 409, message: 'There is no room for more. Delete some first.' },
  'cluster.not-found': { status: 404, message: 'There is no such cluster; it may have become one with another.' },
  'court.not-found': { status: 404, message: 'There is no such trial.' },
  'court.lost': { status: 409, message: 'It did not win: look at what it would break, correct it and try again.' },
  'court.outdated': { status: 409, message: 'The entry changed since, or the trial is too old. Try it again first.' },
  'draft.unfinished': { status: 409, message: 'The answer still has blanks between ⟦ and ⟧. Fill them first.' },
  'chats.nothing-found': {
    status: 400,
    message:
      'No questions were found. Send JSONL or CSV with question and answer, or with conversation, author and text.',
  },
  'chats.running': { status: 409, message: 'An import of old chats is running. Wait for it, or stop it.' },
  'import.not-found': { status: 404, message: 'There is no such import.' },
  'pack.not-found': { status: 404, message: 'There is no such knowledge pack.' },
  'pack.value-invalid': {
    status: 400,
    message: 'A value does not fit its field in the pack. Correct the one named in `path`.',
  },
  'intent.not-found': { status: 404, message: 'There is no such intent.' },
  'intent.built-in': { status: 409, message: 'A built-in intent keeps its name. Switch it off instead.' },
  'example.not-found': { status: 404, message: 'There is no such example.' },
  'example.exists': { status: 409, message: 'This sentence teaches an intent already. Move it instead.' },
  'model.not-found': { status: 404, message: 'There is no such version.' },
  'training.running': { status: 409, message: 'A training is running. Wait for it, or stop it.' },
  'training.too-little': { status: 409, message: 'Switch on at least two intents with examples, then train.' },
  'language.full': { status: 409, message: 'There is no room for more. Remove what is no longer needed.' },
  'language.nothing-to-compare': { status: 400, message: 'The test set has no usable row. Write each as text,intent.' },
  'rating.given': { status: 409, message: 'This conversation was rated already. Thank you.' },
  'rating.too-early': {
    status: 409,
    message: 'A conversation is rated when it has been closed, or once somebody has answered.',
  },
  'mail.unavailable': {
    status: 503,
    message: 'This shop cannot send mail yet. Save the conversation as a file instead.',
  },
  'mail.address-invalid': { status: 400, message: 'This is not an e-mail address. Check it and try again.' },
  'voice.changed': { status: 409, message: 'Somebody saved this voice meanwhile. Read it again.' },
  'voice.states-facts': {
    status: 422,
    message: 'Greetings and scripts state no prices, discounts, dates or times: put those into the knowledge.',
  },
  'voice.script-ends-first': { status: 422, message: 'A script ends before it begins. Check its days.' },
  'language-model.changed': { status: 409, message: 'Somebody saved these settings meanwhile. Read them again.' },
  'language-model.not-set': { status: 409, message: 'No language model is set up for this use yet.' },
  'language-model.address-refused': {
    status: 422,
    message: 'Use an https address on the open internet. Others only where the operator of the server allows it.',
  },
  'language-model.key-needed': {
    status: 422,
    message: 'The address leads to another server now: enter the key for it, or none. The old key is not sent there.',
  },
  'canned-reply.not-found': { status: 404, message: 'There is no such canned reply.' },
  'canned-reply.shortcut-taken': { status: 409, message: 'Another canned reply has this shortcut. Choose a new one.' },
  'view.not-found': { status: 404, message: 'There is no such saved view.' },
  'frame.unknown': { status: 400, message: 'There is no such frame. See the live protocol page.' },
  'frame.hello-first': { status: 400, message: 'Say hello before anything else.' },
  'commerce.unavailable': { status: 503, message: 'The shop system does not answer. Try again shortly.' },
})
export type ProblemCode = keyof typeof PROBLEMS

/** The body of every error reply, RFC 9457 shaped. `path` points at the wrong field (JSON Pointer). */
export const ProblemBody = Closed({
  code: Text(64),
  status: Type.Integer(),
  message: Text(500),
  detail: Type.Optional(Text(500)),
  path: Type.Optional(Text(300)),
  requestId: Type.Optional(Text(64)),
})
export type ProblemBody = Static<typeof ProblemBody>

/** An expected refusal. Everything else that is thrown is a bug and becomes `server.error`. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly detail: string | undefined
  readonly path: string | undefined
  constructor(code: ProblemCode, more: { detail?: string; path?: string; cause?: unknown } = {}) {
    super(`${code}: ${PROBLEMS[code].message}`, more.cause === undefined ? undefined : { cause: more.cause })
    this.code = code
    this.detail = more.detail
    this.path = more.path
  }
  get status(): number {
    return PROBLEMS[this.code].status
  }
  toBody(requestId?: string): ProblemBody {
    return {
      code: this.code,
      status: this.status,
      message: PROBLEMS[this.code].message,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(this.path === undefined ? {} : { path: this.path }),
      ...(requestId === undefined ? {} : { requestId }),
    }
  }
}
export const problem = (code: ProblemCode, more?: { detail?: string; path?: string; cause?: unknown }) =>
  new Problem(code, more)
