// Partitions of facts and messages are days. They are made a week ahead; a row of a day without one still finds a home
// in the default partition, only slower.
import { sql } from 'kysely'
import type { Tx } from './transaction.ts'

/** Makes the partitions from yesterday to a week ahead. Idempotent; in a transaction of role `worker`. */
export const makePartitions = async (tx: Tx): Promise<void> => {
  await sql`
    SELECT ballast.make_partitions(parent, (now() AT TIME ZONE 'UTC')::date - 1, (now() AT TIME ZONE 'UTC')::date + 7)
    FROM unnest(ARRAY['facts', 'messages']) AS parent`.execute(tx)
}
