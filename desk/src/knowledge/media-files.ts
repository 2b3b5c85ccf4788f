// Pictures and videos of answers on their way to the server; of a video, its first good picture goes along as its poster.
import { MAX_FILE_BYTES, MAX_IMAGE_BYTES } from '@ballast/contract/file-limits'
import { type ProblemCode, problem } from '@ballast/contract/problems'
import type { UploadedFile } from '@ballast/contract/routes/files'
import type { Entry } from './entries.ts'

export type Medium = Entry['media'][number]

export const ACCEPTED = 'image/png,image/jpeg,image/gif,image/webp,video/mp4,video/webm'
/** What a browser plays by itself; a page of a video site is a link. */
const PLAYED = /\.(mp4|webm|mov|m4v)([?#]|$)/i
export const isPlayedAddress = (url: string): boolean => PLAYED.test(url)
const SITE = /^https:\/\/(www\.)?(youtube\.com|youtu\.be|vimeo\.com|bilibili\.com|b23\.tv|v\.qq\.com|v\.youku\.com)\//i
export const isVideoAddress = (url: string): boolean => PLAYED.test(url) || SITE.test(url)

export const addressOf = ({ fileId, url }: Pick<Medium, 'fileId' | 'url'>): string | undefined =>
  fileId === undefined ? url : `/media/${fileId}`

/** @throws Problem, or TypeError while the server cannot be reached */
const send = async (content: Blob, name: string): Promise<UploadedFile> => {
  const reply = await fetch(`/api/media?name=${encodeURIComponent(name.slice(-300))}`, {
    method: 'POST',
    headers: { 'content-type': content.type || 'application/octet-stream' },
    body: content,
  })
  if (reply.ok) return (await reply.json()) as UploadedFile
  const said = (await reply.json().catch(() => null)) as { code?: ProblemCode } | null
  throw problem(said?.code ?? (reply.status === 413 ? 'file.too-large' : 'server.error'))
}

const POSTER_AT_SECONDS = 0.5
const POSTER_WITHIN_MS = 5_000
const POSTER_WIDTH = 960

const drawn = (video: HTMLVideoElement): Promise<Blob | null> => {
  const canvas = document.createElement('canvas')
  const scale = Math.min(1, POSTER_WIDTH / video.videoWidth)
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.8))
}

/** Null where this browser cannot play it: it is shown without one. */
const posterOf = (file: File): Promise<Blob | null> => {
  const video = document.createElement('video')
  const url = URL.createObjectURL(file)
  const poster = new Promise<Blob | null>((done) => {
    setTimeout(() => done(null), POSTER_WITHIN_MS)
    video.onerror = () => done(null)
    video.onloadeddata = () => {
      video.currentTime = Math.min(POSTER_AT_SECONDS, (video.duration || 0) / 2)
    }
    video.onseeked = () => void drawn(video).then(done, () => done(null))
    video.muted = true
    video.preload = 'auto'
    video.src = url
  })
  return poster.finally(() => URL.revokeObjectURL(url))
}

/** @throws Problem */
export const uploadMedium = async (file: File): Promise<Medium> => {
  const isVideo = file.type.startsWith('video/')
  if (file.size > (isVideo ? MAX_FILE_BYTES : MAX_IMAGE_BYTES)) throw problem('file.too-large')
  const { fileId, kind, width, height } = await send(file, file.name)
  if (kind !== 'video') return { kind: 'picture', fileId, alt: '', ...(width && height ? { width, height } : {}) }
  const poster = await posterOf(file)
  // A video without a poster is a video all the same.
  const uploaded = poster === null ? null : await send(poster, 'poster.jpg').catch(() => null)
  return { kind: 'video', fileId, alt: '', ...(uploaded === null ? {} : { posterId: uploaded.fileId }) }
}
