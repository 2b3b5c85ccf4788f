// PostgreSQL arrays in their binary form. A train carries thousands of values: as binary arrays they cost neither side
// any text parsing, and sealed bytes travel as they are. Format: array_send in PostgreSQL's arrayfuncs.c.
// node-postgres sends a Buffer parameter as binary.

/** Seconds between 1970 and PostgreSQL's own epoch, 2000-01-01. */
const PG_EPOCH_MS = 946_684_800_000
const HEADER = 20

const OIDS = { bool: 16, bytea: 17, int4: 23, text: 25, timestamptz: 1184, uuid: 2950, jsonb: 3802 } as const

const pack = (oid: number, bodies: readonly (Buffer | null)[]): Buffer => {
  let size = HEADER
  let nulls = 0
  for (const body of bodies) {
    size += 4 + (body?.length ?? 0)
    if (body === null) nulls = 1
  }
  const out = Buffer.allocUnsafe(size)
  out.writeInt32BE(bodies.length === 0 ? 0 : 1, 0)
  out.writeInt32BE(nulls, 4)
  out.writeInt32BE(oid, 8)
  if (bodies.length === 0) return out.subarray(0, 12)
  out.writeInt32BE(bodies.length, 12)
  out.writeInt32BE(1, 16)
  let at = HEADER
  for (const body of bodies) {
    at = out.writeInt32BE(body?.length ?? -1, at)
    if (body !== null) at += body.copy(out, at)
  }
  return out
}

/** Fixed-width values without an object each. `width` bytes; `write` puts one value at an offset. */
const packFixed = <T>(
  values: readonly (T | null | undefined)[],
  shape: { readonly oid: number; readonly width: number; readonly write: (out: Buffer, value: T, at: number) => void },
): Buffer => {
  let nulls = 0
  for (const value of values) if (value === null || value === undefined) nulls++
  if (values.length === 0) return pack(shape.oid, [])
  const out = Buffer.allocUnsafe(HEADER + values.length * 4 + (values.length - nulls) * shape.width)
  out.writeInt32BE(1, 0)
  out.writeInt32BE(nulls > 0 ? 1 : 0, 4)
  out.writeInt32BE(shape.oid, 8)
  out.writeInt32BE(values.length, 12)
  out.writeInt32BE(1, 16)
  let at = HEADER
  for (const value of values) {
    if (value === null || value === undefined) at = out.writeInt32BE(-1, at)
    else {
      at = out.writeInt32BE(shape.width, at)
      shape.write(out, value, at)
      at += shape.width
    }
  }
  return out
}

const writeUuid = (out: Buffer, id: string, at: number): void => {
  if (out.write(id.replaceAll('-', ''), at, 16, 'hex') !== 16) throw new TypeError('not a UUID')
}

type Column<T> = readonly (T | null | undefined)[]

export const uuids = (values: Column<string>): Buffer =>
  packFixed(values, { oid: OIDS.uuid, width: 16, write: writeUuid })

export const ints = (values: Column<number>): Buffer =>
  packFixed(values, { oid: OIDS.int4, width: 4, write: (out, value, at) => void out.writeInt32BE(value, at) })

export const booleans = (values: Column<boolean>): Buffer =>
  packFixed(values, { oid: OIDS.bool, width: 1, write: (out, value, at) => void out.writeUInt8(value ? 1 : 0, at) })

/** Instants in epoch milliseconds. */
export const instants = (values: Column<number>): Buffer =>
  packFixed(values, {
    oid: OIDS.timestamptz,
    width: 8,
    write: (out, ms, at) => void out.writeBigInt64BE(BigInt(Math.round((ms - PG_EPOCH_MS) * 1000)), at),
  })

export const texts = (values: Column<string>): Buffer =>
  pack(
    OIDS.text,
    values.map((value) => (value === null || value === undefined ? null : Buffer.from(value))),
  )

export const bytes = (values: Column<Buffer>): Buffer =>
  pack(
    OIDS.bytea,
    values.map((value) => value ?? null),
  )

/** JSON values; `null` and `undefined` become SQL NULL. The leading byte is jsonb's wire version. */
export const jsons = (values: readonly unknown[]): Buffer =>
  pack(
    OIDS.jsonb,
    values.map((value) =>
      value === null || value === undefined ? null : Buffer.from(`\u0001${JSON.stringify(value)}`),
    ),
  )
