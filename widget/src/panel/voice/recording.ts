// One recording from the microphone: how loud it is now, how long it is, and the file at the end.
export const MAX_RECORDING_MS = 120_000
const BITS_PER_SECOND = 32_000

/** What browsers can write, best first. Safari writes only the last. */
const TYPES = [
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/ogg;codecs=opus', 'ogg'],
  ['audio/mp4', 'm4a'],
] as const

export interface Recorded {
  readonly file: File
  readonly ms: number
}
export interface Recording {
  elapsed(): number
  /** 0 to 1. */
  level(): number
  stop(): Promise<Recorded>
  cancel(): void
}
export type RecordingProblem = 'refused' | 'absent' | 'failed'

export const problemOf = (error: unknown): RecordingProblem => {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'failed'
}

const meterOf = (stream: MediaStream) => {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 512
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Uint8Array(analyser.fftSize)
  return {
    level: () => {
      analyser.getByteTimeDomainData(samples)
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0)
      return loudest / 128
    },
    close: () => void context.close(),
  }
}

/** Throws what `getUserMedia` throws; `problemOf` names it. */
export const startRecording = async (): Promise<Recording> => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const [mimeType, extension] = TYPES.find(([type]) => MediaRecorder.isTypeSupported(type)) ?? ['', 'webm']
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_PER_SECOND, ...(mimeType && { mimeType }) })
  const meter = meterOf(stream)
  const pieces: Blob[] = []
  const startedAt = performance.now()
  const elapsed = () => performance.now() - startedAt
  const release = () => {
    meter.close()
    for (const track of stream.getTracks()) track.stop()
  }
  recorder.ondataavailable = ({ data }) => pieces.push(data)
  recorder.start()
  return {
    elapsed,
    level: meter.level,
    stop: () =>
      new Promise((done) => {
        const ms = Math.min(elapsed(), MAX_RECORDING_MS)
        recorder.onstop = () => {
          release()
          const type = recorder.mimeType || mimeType
          done({ file: new File(pieces, `voice-message.${extension}`, { type }), ms })
        }
        // A microphone that was pulled out has ended the recording by itself.
        if (recorder.state === 'inactive') recorder.onstop(new Event('stop'))
        else recorder.stop()
      }),
    cancel: () => {
      if (recorder.state !== 'inactive') recorder.stop()
      release()
    },
  }
}
