// Files a colleague attaches: shown with their progress, sent as a message when they are up, kept with the reason when not.
import { MAX_FILE_BYTES, MAX_IMAGE_BYTES } from '@ballast/contract/file-limits'
import type { Part } from '@ballast/contract/parts'
import type { UploadedFile } from '@ballast/contract/routes/files'
import { type Cell, cell } from './cell.ts'
import { newId } from './new-id.ts'

export interface Upload {
  readonly id: string
  readonly conversationId: string
  readonly note: boolean
  readonly name: string
  /** An address of the picture in this page's memory. */
  readonly preview: string | null
  /** From 0 to 1. */
  readonly done: number
  /** A problem's code, or `offline`. Only when it failed. */
  readonly why?: string
}
export interface Uploads {
  readonly all: Cell<readonly Upload[]>
  attach(conversationId: string, files: readonly File[], note: boolean): void
  retry(id: string): void
  discard(id: string): void
}

// What was just sent is shown from memory: the server shows a file only once its message is stored.
const previews = new Map<string, string>()
export const addressOfFile = ({ fileId, url }: { fileId?: string; url?: string }): string | undefined =>
  fileId === undefined ? url : (previews.get(fileId) ?? `/api/files/${fileId}`)

class Refused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** By XMLHttpRequest: `fetch` does not tell how far a body has travelled. */
const send = (file: File, conversationId: string, progress: (done: number) => void): Promise<UploadedFile> =>
  new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    const query = new URLSearchParams({ conversationId, name: file.name.slice(-300) })
    request.open('POST', `/api/files?${query}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total)
    request.onerror = () => fail(new Refused('offline'))
    request.onload = () => {
      const { status, response } = request
      if (status === 200) return done(response as UploadedFile)
      fail(new Refused((response as { code?: string } | null)?.code ?? 'server.error'))
    }
    request.send(file)
  })

const tooLarge = (file: File): boolean =>
  file.size > (file.type.startsWith('image/') ? MAX_IMAGE_BYTES : MAX_FILE_BYTES)

export const createUploads = (say: (conversationId: string, parts: Part[], note: boolean) => void): Uploads => {
  const all = cell<readonly Upload[]>([])
  const held = new Map<string, File>()
  const change = (id: string, more: Partial<Upload>) =>
    all.set((now) => now.map((upload) => (upload.id === id ? { ...upload, ...more } : upload)))
  const discard = (id: string) => {
    held.delete(id)
    all.set((now) => now.filter((upload) => upload.id !== id))
  }
  const start = async ({ id, conversationId, note, preview }: Upload, file: File) => {
    try {
      if (tooLarge(file)) throw new Refused('file.too-large')
      const { kind, ...uploaded } = await send(file, conversationId, (done) => change(id, { done }))
      if (!held.has(id)) return
      if (preview !== null && kind === 'image') previews.set(uploaded.fileId, preview)
      discard(id)
      say(conversationId, [{ kind, ...uploaded } as Part], note)
    } catch (error) {
      change(id, { why: error instanceof Refused ? error.code : 'server.error' })
    }
  }
  return {
    all,
    discard,
    attach: (conversationId, files, note) => {
      for (const file of files.slice(0, 10)) {
        const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : null
        const upload: Upload = { id: newId(), conversationId, note, name: file.name, preview, done: 0 }
        held.set(upload.id, file)
        all.set((now) => [...now, upload])
        void start(upload, file)
      }
    },
    retry: (id) => {
      const file = held.get(id)
      const upload = all.get().find((each) => each.id === id)
      if (file === undefined || upload === undefined) return
      const { why: _, ...again } = { ...upload, done: 0 }
      all.set((now) => now.map((each) => (each.id === id ? again : each)))
      void start(again, file)
    },
  }
}
