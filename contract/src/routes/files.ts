// Files of a message: uploaded first, then named by `fileId` in a part. The content decides the type, never the name.
import { type Static, Type } from 'typebox'
import { MAX_FILE_BYTES } from '../file-limits.ts'
import { Closed, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

export const UploadedFile = Closed({
  fileId: Uuid,
  kind: OneOf(['image', 'file', 'audio', 'video'] as const, { description: 'The kind of part this file goes into.' }),
  mime: Text(127, { description: 'What the content is, whatever the request said.' }),
  name: Text(120),
  bytes: Type.Integer({ minimum: 1 }),
  width: Type.Optional(Type.Integer({ minimum: 1 })),
  height: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type UploadedFile = Static<typeof UploadedFile>

const FileName = Type.Optional(Text(1000, { description: 'The file’s own name; cleaned and cut to 120 characters.' }))
const UPLOAD = {
  method: 'POST',
  tag: 'Files',
  bytes: 'body',
  bodyLimit: MAX_FILE_BYTES,
  reply: UploadedFile,
} as const
const READ = {
  method: 'GET',
  tag: 'Files',
  bytes: 'reply',
  params: Closed({ fileId: Uuid }),
  reply: Type.Unknown({ description: 'The file. Pictures, sound and films are inline, all else is a download.' }),
  problems: ['file.not-found'],
} as const

export const uploadVisitorFile = route({
  ...UPLOAD,
  name: 'uploadVisitorFile',
  path: '/visit/files',
  summary: 'Upload a file to send it: the body is its bytes. One that no message names is gone after a day.',
  access: 'visitor',
  query: Closed({ name: FileName }),
  problems: ['file.type-refused', 'file.too-large', 'token.invalid', 'inbox.unknown'],
})
export const readVisitorFile = route({
  ...READ,
  name: 'readVisitorFile',
  path: '/visit/files/:fileId',
  summary: 'A file the visitor sent or was sent.',
  access: 'visitor',
})
export const uploadFile = route({
  ...UPLOAD,
  name: 'uploadFile',
  path: '/api/files',
  summary: 'Upload a file to send it in a conversation: the body is its bytes.',
  access: 'conversations.reply',
  query: Closed({ conversationId: Uuid, name: FileName }),
  problems: ['file.type-refused', 'file.too-large', 'conversation.not-found'],
})
export const readFile = route({
  ...READ,
  name: 'readFile',
  path: '/api/files/:fileId',
  summary: 'A file of a conversation the caller sees.',
  access: 'conversations.read',
})

export const uploadMedia = route({
  name: 'uploadMedia',
  method: 'POST',
  path: '/api/media',
  tag: 'Knowledge',
  summary: 'Upload a picture or an mp4 for entries: the body is its bytes. Whoever has its address may see it.',
  access: 'knowledge.write',
  bytes: 'body',
  bodyLimit: MAX_FILE_BYTES,
  query: Closed({ name: Type.Optional(Text(1000)) }),
  reply: UploadedFile,
  problems: ['file.type-refused', 'file.too-large'],
})
export const readMedia = route({
  name: 'readMedia',
  method: 'GET',
  path: '/media/:fileId',
  tag: 'Knowledge',
  summary: 'A picture or video of an entry; never anything of a conversation.',
  access: 'public',
  bytes: 'reply',
  params: Closed({ fileId: Uuid }),
  reply: Type.Unknown({ description: 'The picture or video.' }),
  problems: ['file.not-found'],
})
