// Documents on their way to the server: two at once, each with how far it is, kept with the reason when it failed.
import { type KnowledgeDocument, MAX_DOCUMENT_BYTES } from '@ballast/contract/routes/documents'
import { cell } from '../live/cell.ts'
import { newId } from '../live/new-id.ts'

export interface DocumentUpload {
  readonly id: string
  readonly name: string
  /** From 0 to 1. */
  readonly done: number
  /** A problem's code, or `offline`. Only when it failed. */
  readonly why?: string
}
interface About {
  readonly locale: string
  readonly topic: string
}

const AT_ONCE = 2
/** Kept outside the page: an upload goes on while the reader looks at something else. */
export const uploads = cell<readonly DocumentUpload[]>([])
const waiting: { id: string; file: File; about: About; told: () => void }[] = []
const running = new Set<string>()
const change = (id: string, more: Partial<DocumentUpload>) =>
  uploads.set((now) => now.map((each) => (each.id === id ? { ...each, ...more } : each)))

/** By XMLHttpRequest: `fetch` does not tell how far a body has travelled. Answers a problem's code, or null. */
const send = (file: File, { locale, topic }: About, progress: (done: number) => void): Promise<string | null> =>
  new Promise((done) => {
    const request = new XMLHttpRequest()
    const query = new URLSearchParams({ name: file.name.slice(-300), locale, ...(topic === '' ? {} : { topic }) })
    request.open('POST', `/api/documents?${query}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total)
    request.onerror = () => done('offline')
    request.onload = () => {
      const reply = request.response as { document?: KnowledgeDocument; code?: string } | null
      done(request.status === 200 ? null : (reply?.code ?? 'server.error'))
    }
    request.send(file)
  })

const why = (file: File): string | null =>
  file.size === 0 ? 'document.empty' : file.size > MAX_DOCUMENT_BYTES ? 'document.too-large' : null

const next = async (): Promise<void> => {
  const first = running.size < AT_ONCE ? waiting.shift() : undefined
  if (first === undefined) return
  const { id, file, about, told } = first
  running.add(id)
  const refused = why(file) ?? (await send(file, about, (done) => change(id, { done })))
  running.delete(id)
  if (refused === null) dismiss(id)
  else change(id, { why: refused })
  told()
  void next()
}

export const dismiss = (id: string): void => uploads.set((now) => now.filter((each) => each.id !== id))

/** `told` hears of each that has arrived or failed. */
export const uploadDocuments = (files: readonly File[], about: About, told: () => void): void => {
  for (const file of files) {
    const id = newId()
    uploads.set((now) => [...now, { id, name: file.name, done: 0 }])
    waiting.push({ id, file, about, told })
    void next()
  }
}
