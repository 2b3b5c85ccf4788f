// What the visitor attaches: shown at once with its progress, sent as a message when it is up, kept with its reason when not.
import { MAX_FILE_BYTES, MAX_IMAGE_BYTES } from '@ballast/contract/file-limits'
import type { CustomerPart } from '@ballast/contract/parts'
import type { UploadedFile } from '@ballast/contract/routes/files'
import { FileRefused, type Files } from './files.ts'
import type { Store } from './store.ts'
import type { State, Upload } from './thread-state.ts'

const change = (store: Store<State>, id: string, more: Partial<Upload>) =>
  store.set((state) => ({
    ...state,
    uploads: state.uploads.map((upload) => (upload.id === id ? { ...upload, ...more } : upload)),
  }))

/** Only the recorder knows how long a voice note is: browsers write none into the file. */
const partOf = (file: UploadedFile, voiceMs: number | null): CustomerPart =>
  (file.kind === 'audio' && voiceMs !== null ? { ...file, durationMs: voiceMs } : file) as CustomerPart

/** The server looks again; this spares the wait for an answer that is known. */
const refusalOf = (file: File): string | null =>
  file.size > (file.type.startsWith('image/') ? MAX_IMAGE_BYTES : MAX_FILE_BYTES) ? 'file.too-large' : null

export const createUploads = (parts: {
  store: Store<State>
  files: Files
  newId: () => string
  send: (content: CustomerPart[]) => void
}) => {
  const { store, files } = parts
  const held = new Map<string, File>()
  const drop = (id: string) => {
    held.delete(id)
    store.set((state) => ({ ...state, uploads: state.uploads.filter((upload) => upload.id !== id) }))
  }
  const start = async ({ id, preview, voiceMs }: Upload, file: File) => {
    try {
      const refused = refusalOf(file)
      if (refused !== null) throw new FileRefused(refused)
      const uploaded = await files.upload(file, (done) => change(store, id, { done }))
      if (!held.has(id)) return
      if (preview !== null && uploaded.kind === 'image') files.keep(uploaded.fileId, preview)
      if (voiceMs !== null) files.keep(uploaded.fileId, URL.createObjectURL(file))
      drop(id)
      parts.send([partOf(uploaded, voiceMs)])
    } catch (error) {
      change(store, id, { failed: error instanceof FileRefused ? error.code : 'other' })
    }
  }
  const add = (file: File, voiceMs: number | null) => {
    const id = parts.newId()
    const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : null
    held.set(id, file)
    const upload: Upload = { id, name: file.name, bytes: file.size, preview, voiceMs, done: 0, failed: null }
    store.set((state) => ({ ...state, notice: null, uploads: [...state.uploads, upload] }))
    void start(upload, file)
  }
  return {
    attach: (chosen: readonly File[]) => {
      for (const file of chosen.slice(0, 10)) add(file, null)
    },
    attachVoice: (file: File, durationMs: number) => add(file, Math.round(durationMs)),
    retryUpload: (id: string) => {
      const file = held.get(id)
      const upload = store.get().uploads.find((entry) => entry.id === id)
      if (file === undefined || upload === undefined) return
      change(store, id, { done: 0, failed: null })
      void start(upload, file)
    },
    dropUpload: drop,
  }
}
