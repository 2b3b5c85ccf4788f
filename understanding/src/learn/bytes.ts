// Models as bytes: a small tagged format, little-endian whatever the machine, weights as one signed byte each.

/** Appends numbers, texts and arrays. */
export class ByteWriter {
  private buffer = new Uint8Array(4096)
  private view = new DataView(this.buffer.buffer)
  private length = 0

  /** Makes room and says where; call it before touching the buffer, which it may replace. */
  private room(bytes: number): number {
    const at = this.length
    this.length += bytes
    if (this.length > this.buffer.length) {
      const larger = new Uint8Array(Math.max(this.length, this.buffer.length * 2))
      larger.set(this.buffer)
      this.buffer = larger
      this.view = new DataView(larger.buffer)
    }
    return at
  }
  number(value: number): void {
    const at = this.room(8)
    this.view.setFloat64(at, value, true)
  }
  count(value: number): void {
    const at = this.room(4)
    this.view.setUint32(at, value, true)
  }
  text(value: string): void {
    const encoded = new TextEncoder().encode(value)
    this.bytes(encoded)
  }
  bytes(value: Uint8Array): void {
    this.count(value.length)
    const at = this.room(value.length)
    this.buffer.set(value, at)
  }
  words(value: Uint32Array | Int32Array): void {
    this.count(value.length)
    const at = this.room(value.length * 4)
    for (let i = 0; i < value.length; i++) this.view.setUint32(at + i * 4, value[i]!, true)
  }
  floats(value: Float32Array): void {
    this.count(value.length)
    const at = this.room(value.length * 4)
    for (let i = 0; i < value.length; i++) this.view.setFloat32(at + i * 4, value[i]!, true)
  }
  done(): Uint8Array {
    return this.buffer.slice(0, this.length)
  }
}

/** Almost every machine keeps numbers in the order of the format: then whole arrays are copied at once. */
const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Reads what a ByteWriter wrote; a cut or foreign array throws RangeError. */
export class ByteReader {
  private readonly view: DataView
  private at = 0
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  private take(bytes: number): number {
    const at = this.at
    if (at + bytes > this.view.byteLength) throw new RangeError('the model is cut short')
    this.at += bytes
    return at
  }
  number(): number {
    return this.view.getFloat64(this.take(8), true)
  }
  count(): number {
    return this.view.getUint32(this.take(4), true)
  }
  text(): string {
    return new TextDecoder().decode(this.bytes())
  }
  bytes(): Uint8Array {
    const length = this.count()
    const at = this.take(length)
    return new Uint8Array(this.view.buffer, this.view.byteOffset + at, length)
  }
  /** `length` numbers of four bytes, copied: models do not keep the file they were read from. */
  private copied(at: number, length: number): ArrayBufferLike {
    const from = this.view.byteOffset + at
    return this.view.buffer.slice(from, from + length * 4)
  }
  words(): Uint32Array {
    const length = this.count()
    const at = this.take(length * 4)
    if (LITTLE_ENDIAN) return new Uint32Array(this.copied(at, length))
    return Uint32Array.from({ length }, (_, i) => this.view.getUint32(at + i * 4, true))
  }
  floats(): Float32Array {
    const length = this.count()
    const at = this.take(length * 4)
    if (LITTLE_ENDIAN) return new Float32Array(this.copied(at, length))
    return Float32Array.from({ length }, (_, i) => this.view.getFloat32(at + i * 4, true))
  }
}

/** 64-bit FNV-1a of bytes, a part at a time, as 16 hexadecimal digits: the name of a version. */
export class ContentHash {
  private low = 0x811c9dc5 | 0
  private high = 0xcbf29ce4 | 0

  add(bytes: Uint8Array): this {
    let { low, high } = this
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!
      low = Math.imul(low ^ byte, 0x01000193)
      high = Math.imul(high ^ byte ^ (low >>> 24), 0x01000193)
    }
    this.low = low
    this.high = high
    return this
  }
  toString(): string {
    return (this.high >>> 0).toString(16).padStart(8, '0') + (this.low >>> 0).toString(16).padStart(8, '0')
  }
}
export const contentHash = (bytes: Uint8Array): string => new ContentHash().add(bytes).toString()

/** Each class's weights as bytes -127..127 of its largest: `scale[c] × byte`. */
export const quantised = (weights: Float32Array, classes: number): { bytes: Uint8Array; scale: Float32Array } => {
  const scale = new Float32Array(classes)
  for (let i = 0; i < weights.length; i++) {
    const c = i % classes
    const size = Math.abs(weights[i]!)
    if (size > scale[c]!) scale[c] = size
  }
  for (let c = 0; c < classes; c++) scale[c] = scale[c]! / 127 || 1
  const bytes = new Int8Array(weights.length)
  for (let i = 0; i < weights.length; i++) bytes[i] = Math.round(weights[i]! / scale[i % classes]!)
  return { bytes: new Uint8Array(bytes.buffer), scale }
}

const PART = 1 << 18

/** Pauses after every quarter of a million weights. */
export function* unquantising(bytes: Uint8Array, scale: Float32Array): Generator<undefined, Float32Array> {
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const weights = new Float32Array(bytes.length)
  const classes = scale.length
  for (let from = 0; from < weights.length; ) {
    // Whole rows, so that the classes need not be counted.
    const to = Math.min(weights.length, from + Math.ceil(PART / classes) * classes)
    unquantise(signed, scale, { weights, from, to })
    from = to
    yield
  }
  return weights
}

const unquantise = (
  signed: Int8Array,
  scale: Float32Array,
  { weights, from, to }: { readonly weights: Float32Array; readonly from: number; readonly to: number },
): void => {
  const classes = scale.length
  for (let row = from; row < to; row += classes)
    for (let c = 0; c < classes; c++) weights[row + c] = signed[row + c]! * scale[c]!
}

export const unquantised = (bytes: Uint8Array, scale: Float32Array): Float32Array => finish(unquantising(bytes, scale))

/** Work that pauses, done without a pause. */
export const finish = <T>(work: Generator<undefined, T>): T => {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
