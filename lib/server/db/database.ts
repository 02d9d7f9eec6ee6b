import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { type Dialect, Kysely, MysqlDialect, PostgresDialect, SqliteDialect, sql } from 'kysely'
import { createPool } from 'mysql2'
import pg from 'pg'
import { ConfigError } from '../config-file'
import { BooleansAsIntegers } from './booleans'
import type { Schema } from './schema'

export type DatabaseKind = 'sqlite' | 'mysql' | 'postgres'

export interface Database {
  kind: DatabaseKind
  db: Kysely<Schema>
}

/**
 * Opens what SQLAlchemy's URL in `[database] connection` names: `sqlite:////file`, `mysql+pymysql://…` (MariaDB too) or
 * `postgresql://…`. Dates come back as `YYYY-MM-DD HH:MM:SS[.ffffff]` text in UTC and 64-bit numbers as numbers.
 */
export function openDatabase(connection: string, poolSize = 5): Database {
  const scheme = /^(\w+)(?:\+\w+)?:\/\//.exec(connection)?.[1]
  if (scheme === 'sqlite') return openSqlite(connection)
  if (scheme === 'mysql' || scheme === 'mariadb') return openMysql(connection, poolSize)
  if (scheme === 'postgresql' || scheme === 'postgres') return openPostgres(connection, poolSize)
  throw new ConfigError(
    `[database] connection must begin with sqlite://, mysql:// or postgresql://, found "${scheme ?? connection}"`,
  )
}

function openSqlite(connection: string): Database {
  const file = connection.replace(/^[^:]+:\/\/\/?/, '') || ':memory:'
  if (file !== ':memory:') makePrivateFile(file)
  const database = new SqliteDatabase(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON', 'busy_timeout = 5000']) {
    database.pragma(pragma)
  }
  return { kind: 'sqlite', db: kysely(new SqliteDialect({ database }), [new BooleansAsIntegers()]) }
}

/** The embedded identity keeps password hashes in it: nobody else on the machine may read them. */
function makePrivateFile(file: string) {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    closeSync(openSync(file, 'a', 0o600))
  } catch (error) {
    throw new ConfigError(`[database] connection: ${file} cannot be written: ${(error as Error).message}`)
  }
}

/** Whether the database can be used at all; a ConfigError says why not. */
export async function assertReachable({ db }: Database): Promise<void> {
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    throw new ConfigError(`[database] connection: the database cannot be used: ${message || code}`)
  }
}

function openMysql(connection: string, poolSize: number): Database {
  const url = new URL(connection)
  const pool = createPool({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    connectionLimit: poolSize,
    dateStrings: true,
    timezone: 'Z',
    supportBigNumbers: true,
    charset: 'utf8mb4',
  })
  return { kind: 'mysql', db: kysely(new MysqlDialect({ pool })) }
}

function openPostgres(connection: string, poolSize: number): Database {
  const asText = (value: string) => value
  const timestamps = [pg.types.builtins.TIMESTAMP, pg.types.builtins.TIMESTAMPTZ]
  const types = {
    getTypeParser(oid: number, format?: 'text' | 'binary') {
      if (timestamps.includes(oid)) return asText
      if (oid === pg.types.builtins.INT8) return Number
      return pg.types.getTypeParser(oid, format as 'text')
    },
  }
  const connectionString = connection.replace(/^postgres(ql)?\+\w+:/, 'postgresql:')
  const pool = new pg.Pool({ connectionString, max: poolSize, types: types as never })
  // A connection that is lost while it waits says so by an event, which would end the process if nobody listened. The pool
  // drops an idle one by itself, and a transaction fails by its next query.
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined))
  return { kind: 'postgres', db: kysely(new PostgresDialect({ pool })) }
}

function kysely(dialect: Dialect, plugins: BooleansAsIntegers[] = []): Kysely<Schema> {
  return new Kysely<Schema>({ dialect, plugins })
}
