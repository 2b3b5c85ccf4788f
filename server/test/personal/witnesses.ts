// Everything that leaves a server in this process and is no reply: what it prints, its spans, the bus, the connections it opens,
// its database row by row, PostgreSQL's own log, and what it lays down in its folder.
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { type Attributes, type Span, type TracerProvider, trace } from '@opentelemetry/api'
import { connectOnce } from '../../src/platform/database/provision.ts'
import { joinTestServer } from '../test-server.ts'

export interface Witness {
  readonly seen: string[]
  stop(): void
}

const CONSOLE = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const

/** Standard output and error, of worker threads too, and the console: kept instead of printed. */
export const watchOutput = (): Witness => {
  const seen: string[] = []
  const undo: (() => void)[] = []
  for (const stream of [process.stdout, process.stderr]) {
    const { write } = stream
    stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
      seen.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'))
      const done = rest.at(-1)
      if (typeof done === 'function') done()
      return true
    }) as typeof stream.write
    undo.push(() => {
      stream.write = write
    })
  }
  for (const name of CONSOLE) {
    const said = console[name]
    console[name] = (...words: unknown[]) => void seen.push(words.map(String).join(' '))
    undo.push(() => {
      console[name] = said
    })
  }
  const stop = () => {
    for (const back of undo) back()
  }
  return { seen, stop }
}

/** Every span as an exporter would get it: name, attributes, status, events. */
export const watchSpans = (): Witness => {
  const seen: string[] = []
  const note = (what: string, ...values: unknown[]) => void seen.push(`${what} ${JSON.stringify(values)}`)
  const spanOf = (name: string, attributes?: Attributes): Span => {
    note('span', name, attributes)
    const span = {
      spanContext: () => ({ traceId: '', spanId: '', traceFlags: 0 }),
      isRecording: () => true,
      end: () => undefined,
    }
    const telling = (what: string) => (value: unknown, more?: unknown) => {
      const shown = value instanceof Error ? [value.name, value.message, value.stack] : value
      note(what, shown, more)
      return whole
    }
    const verbs = [
      'setAttribute',
      'setAttributes',
      'addEvent',
      'setStatus',
      'updateName',
      'recordException',
      'addLink',
      'addLinks',
    ]
    const whole = Object.assign(span, Object.fromEntries(verbs.map((verb) => [verb, telling(verb)]))) as unknown as Span
    return whole
  }
  const tracer = {
    startSpan: (name: string, options?: { attributes?: Attributes }) => spanOf(name, options?.attributes),
    startActiveSpan: (name: string, ...rest: unknown[]) => {
      const work = rest.at(-1) as (span: Span) => unknown
      return work(spanOf(name, (rest[0] as { attributes?: Attributes }).attributes))
    },
  }
  trace.setGlobalTracerProvider({ getTracer: () => tracer } as unknown as TracerProvider)
  return { seen, stop: () => trace.disable() }
}

/** Where connections were opened to: `127.0.0.1:5432`, or a socket's path. */
export const watchConnections = (): Witness => {
  const seen: string[] = []
  const { connect } = Socket.prototype
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    const given = (Array.isArray(args[0]) ? args[0][0] : args[0]) as unknown
    const to = typeof given === 'object' ? (given as { host?: string; port?: number; path?: string }) : { port: given }
    const { host, port, path } = to as { host?: string; port?: unknown; path?: string }
    seen.push(path ?? `${host ?? (typeof args[1] === 'string' ? args[1] : 'localhost')}:${String(port)}`)
    return (connect as (...all: unknown[]) => Socket).apply(this, args)
  } as typeof connect
  return {
    seen,
    stop: () => {
      Socket.prototype.connect = connect
    },
  }
}

export interface Column {
  /** `schema.table.column`. */
  readonly name: string
  readonly heap: string
}

/** A line of its own in PostgreSQL's log. */
export const sayInDatabaseLog = async (said: string): Promise<void> => {
  const { admin } = await joinTestServer()
  await connectOnce(admin, (client) => client.query(`DO $$ BEGIN RAISE LOG '%', '${said}'; END $$`))
}

/** Every column of every table, whoever owns it: read as the superuser, past row-level security. */
export const readColumns = async (url: string): Promise<{ readonly columns: Column[]; readonly rows: number }> => {
  const { admin } = await joinTestServer()
  return connectOnce({ ...admin, database: new URL(url).pathname.slice(1) }, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition AND n.nspname !~ '^(pg_|information_schema)' ORDER BY 1`,
    )
    const columns: Column[] = []
    let count = 0
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(`SELECT to_jsonb(t) AS row FROM ${name} t`)
      count += rows.length
      for (const column of Object.keys(rows[0]?.row ?? {})) {
        const values = rows.map(({ row }) => row[column]).filter((value) => value !== null)
        columns.push({ name: `${name}.${column}`, heap: values.map((value) => JSON.stringify(value)).join('\n') })
      }
    }
    return { columns, rows: count }
  })
}

/** What PostgreSQL writes to its log from now on. */
export const watchDatabaseLog = async (): Promise<{ read(): string }> => {
  const { log: path } = await joinTestServer()
  const from = statSync(path).size
  return {
    read: () => {
      const file = openSync(path, 'r')
      try {
        const bytes = Buffer.alloc(fstatSync(file).size - from)
        readSync(file, bytes, 0, bytes.length, from)
        return bytes.toString('utf8')
      } finally {
        closeSync(file)
      }
    },
  }
}

/** Names and contents of all files under a folder. */
export const readFolder = (folder: string): Column[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return {
      name: path,
      heap: entry.isFile() ? readFileSync(path).toString('latin1') + readFileSync(path, 'utf8') : '',
    }
  })
