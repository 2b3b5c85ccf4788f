// An address as a QR code: a quarter of it may be scratched off and it is still read.
import { type Bitmap2D, correction, generate } from 'lean-qr'
import { toPngBuffer } from 'lean-qr/extras/node_export'
import { toSvgSource } from 'lean-qr/extras/svg'

/** Modules of white around it; what the standard asks for. */
const QUIET = 4
const SCALE = 16
const BLACK = [0, 0, 0, 255] as const
/** Never see-through: on a dark ground it could not be scanned. */
const WHITE = [255, 255, 255, 255] as const
const codeOf = (text: string): Bitmap2D => generate(text, { minCorrectionLevel: correction.Q })

export const qrSvg = (text: string): string => toSvgSource(codeOf(text), { on: '#000', off: '#fff', pad: QUIET })

export const qrPng = (text: string): Buffer =>
  Buffer.from(toPngBuffer(codeOf(text), { on: BLACK, off: WHITE, pad: QUIET, scale: SCALE }))
