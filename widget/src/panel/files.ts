// Files of the visitor: sent up with progress, fetched with the visitor's token and shown from memory. An <img> cannot
// carry a token, and an address that anybody could open would outlive the visit.
import type { UploadedFile } from '@ballast/contract/routes/files'
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { safeUrl } from './links.ts'

export class FileRefused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}
export interface Files {
  /** `progress` goes from 0 to 1. Throws FileRefused with the problem's code. */
  upload(file: File, progress: (done: number) => void): Promise<UploadedFile>
  /** An address of the content in this page's memory. */
  open(fileId: string): Promise<string>
  /** What was just sent need not be fetched. */
  keep(fileId: string, url: string): void
  forget(): void
}

const send = (request: XMLHttpRequest, body: File | null, type: XMLHttpRequestResponseType): Promise<XMLHttpRequest> =>
  new Promise((done, fail) => {
    request.responseType = type
    request.onload = () => done(request)
    request.onerror = () => fail(new FileRefused('offline'))
    request.ontimeout = () => fail(new FileRefused('offline'))
    request.send(body)
  })

/** `token` waits for the visit when there is none yet: a file may be chosen before the server has answered. */
export const createFiles = (token: () => Promise<string>): Files => {
  const urls = new Map<string, Promise<string>>()
  const start = async (method: string, path: string): Promise<XMLHttpRequest> => {
    const bearer = await token()
    const request = new XMLHttpRequest()
    request.open(method, path)
    request.setRequestHeader('authorization', `Bearer ${bearer}`)
    return request
  }
  const fetchOne = async (fileId: string): Promise<string> => {
    const { status, response } = await send(await start('GET', `/visit/files/${fileId}`), null, 'blob')
    if (status !== 200) throw new FileRefused('file.not-found')
    return URL.createObjectURL(response as Blob)
  }
  return {
    upload: async (file, progress) => {
      const request = await start('POST', `/visit/files?name=${encodeURIComponent(file.name.slice(-300))}`)
      request.setRequestHeader('content-type', file.type || 'application/octet-stream')
      request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total)
      const { status, response } = await send(request, file, 'json')
      if (status === 200) return response as UploadedFile
      throw new FileRefused(
        (response as { code?: string } | null)?.code ?? (status === 413 ? 'file.too-large' : 'other'),
      )
    },
    open: (fileId) => {
      const known = urls.get(fileId)
      if (known !== undefined) return known
      const asked = fetchOne(fileId)
      urls.set(fileId, asked)
      // A message on its way has no file to show yet; the next look asks again.
      asked.catch(() => urls.delete(fileId))
      return asked
    },
    keep: (fileId, url) => void urls.set(fileId, Promise.resolve(url)),
    forget: () => {
      for (const url of urls.values()) url.then(URL.revokeObjectURL, () => undefined)
      urls.clear()
    },
  }
}

export const FilesContext = createContext<Files | null>(null)

interface Carrier {
  readonly fileId?: string
  readonly url?: string
}
/** Where a part's content can be shown from; null while it is fetched, undefined when it cannot be. */
export const usePartUrl = ({ fileId, url }: Carrier): string | null | undefined => {
  const files = useContext(FilesContext)
  const [opened, setOpened] = useState<string | null | undefined>(null)
  useEffect(() => {
    if (fileId === undefined || files === null) return
    let here = true
    files.open(fileId).then(
      (address) => here && setOpened(address),
      () => here && setOpened(undefined),
    )
    return () => {
      here = false
    }
  }, [files, fileId])
  return fileId === undefined ? safeUrl(url) : opened
}
