// Whatever goes in as a binary array comes out of PostgreSQL the same.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { booleans, bytes, instants, ints, jsons, texts, uuids } from './binary-arrays.ts'

let database: Awaited<ReturnType<typeof newDatabase>>
beforeAll(async () => {
  database = await newDatabase()
})
afterAll(() => database.drop())

const text = fc.string({ unit: 'binary' }).map((raw) => raw.replaceAll('\u0000', '').toWellFormed())
const orNull = <T>(of: fc.Arbitrary<T>) => fc.array(fc.option(of), { maxLength: 12 })
const columns = fc.record({
  uuid: orNull(fc.uuid()),
  int: orNull(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  bool: orNull(fc.boolean()),
  text: orNull(text),
  bytes: orNull(fc.uint8Array({ maxLength: 300 }).map((raw) => Buffer.from(raw))),
  time: orNull(fc.integer({ min: 0, max: 4_102_444_800_000 })),
  json: orNull(fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean()))),
})

it('round trip', async () => {
  await fc.assert(
    fc.asyncProperty(columns, async (sent) => {
      const [row] = await database.statement<Record<string, unknown[]>>(
        `SELECT $1::uuid[] AS uuid, $2::int[] AS int, $3::bool[] AS bool, $4::text[] AS text, $5::bytea[] AS bytes,
          $6::timestamptz[] AS time, $7::jsonb[] AS json`,
        [
          uuids(sent.uuid),
          ints(sent.int),
          booleans(sent.bool),
          texts(sent.text),
          bytes(sent.bytes),
          instants(sent.time),
          jsons(sent.json),
        ],
      )
      const times = row!.time!.map((time) => (time === null ? null : (time as Date).getTime()))
      expect({ ...row, time: times }).toEqual({ ...sent, json: JSON.parse(JSON.stringify(sent.json)) })
    }),
    { numRuns: 200 },
  )
})

it('refuses what is not a UUID instead of sending something else', () => {
  expect(() => uuids(['not-a-uuid'])).toThrow(TypeError)
})
