// An address as a QR code: a quarter of it may be scratched off and it is still read.
import { type Bitmap2D, correction, generate } from 'lean-qr'
import { toPngBuffer } from 'lean-qr/extras/node_export'
import { toSvgSource } from 'lean-qr/extras/svg'

/** Modules of white around it; what the standard asks for. */
const QUIET = 4
const SCALE = 16
const codeOf = (text: string): Bitmap2D => generate(text, { minCorrectionLevel: correction.Q })

export const qrSvg = (text: string): string =>
  toSvgSource(codeOf(text), { on: '#000', off: '#fff', padX: QUIET, padY: QUIET })

export const qrPng = (text: string): Buffer =>
  Buffer.from(toPngBuffer(codeOf(text), { padX: QUIET, padY: QUIET, scale: SCALE }))
