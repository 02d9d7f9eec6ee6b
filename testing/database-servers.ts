import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import { type Database, type DatabaseKind, openDatabase } from '@/lib/server/db/database'
import { migrate } from '@/lib/server/db/migrate'
import { freePort } from './free-port.mjs'

/** A real database server in a temporary folder, on a free port of the loopback. */
export interface DatabaseServer {
  /** A new database with Vitrine's schema. Ends with the server. */
  create(): Promise<Database>
  /** The URL of a new database that is empty. */
  createEmpty(): Promise<string>
  stop(): Promise<void>
}

export interface DatabaseServerKind {
  kind: DatabaseKind
  /** Why this machine cannot run it; undefined where it can. */
  missing: string | undefined
  start(): Promise<DatabaseServer>
}

const asRoot = process.getuid?.() === 0

const mariadbd = ['/usr/sbin/mariadbd', '/usr/sbin/mysqld'].find(existsSync)
const postgresRoot = '/usr/lib/postgresql'
const postgresBin = (existsSync(postgresRoot) ? readdirSync(postgresRoot) : [])
  .sort((a, b) => Number(b) - Number(a))
  .map((version) => join(postgresRoot, version, 'bin'))
  .find((bin) => existsSync(join(bin, 'initdb')))

/** The three databases that Vitrine runs on. */
export const databaseServers: readonly DatabaseServerKind[] = [
  { kind: 'sqlite', missing: undefined, start: startSqlite },
  { kind: 'mysql', missing: mariadbd ? undefined : 'needs Debian’s mariadb-server', start: startMariadb },
  { kind: 'postgres', missing: postgresBin ? undefined : 'needs Debian’s postgresql', start: startPostgres },
]

async function startSqlite(): Promise<DatabaseServer> {
  const folder = temporaryFolder()
  return serving(
    (name) => `sqlite:///${join(folder, name)}.sqlite`,
    async () => undefined,
    async () => rmSync(folder, { recursive: true }),
  )
}

/** A database server that can fail. */
export interface MariadbServer extends DatabaseServer {
  /** `SIGSTOP` makes it hang until `SIGCONT`. */
  signal(name: NodeJS.Signals): void
  /** Ends it as a power cut would. */
  crash(): Promise<void>
  /** Starts it again with what it has kept. */
  restart(): Promise<void>
}

/** Starts a MariaDB of its own. */
export async function startMariadb(): Promise<MariadbServer> {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  const user = asRoot ? ['--user=root'] : []
  // Where servers share a folder for temporary tables, each that starts removes the others'; so does each that is installed.
  const places = [`--datadir=${data}`, `--tmpdir=${folder}`]
  run('mariadb-install-db', ['--no-defaults', ...user, ...places, '--auth-root-authentication-method=normal'])
  const port = await freePort()
  const options = [...places, `--socket=${join(folder, 'socket')}`, `--port=${port}`, '--bind-address=127.0.0.1']
  const settings = ['--no-defaults', ...user, ...options, '--innodb-flush-log-at-trx-commit=0']
  const url = (name: string) => `mysql+pymysql://root@127.0.0.1:${port}/${name}`
  const launch = () => startServer([mariadbd as string, settings], folder, url('mysql'))
  let server = await launch()
  const create = (name: string) => execute(url('mysql'), `create database ${name} character set utf8mb4`)
  return {
    ...serving(url, create, async () => ending(server, folder)()),
    signal: (name) => void server.kill(name),
    crash: () => end(server, 'SIGKILL'),
    async restart() {
      server = await launch()
    },
  }
}

async function startPostgres(): Promise<DatabaseServer> {
  const folder = temporaryFolder()
  const bin = postgresBin as string
  const data = join(folder, 'data')
  // PostgreSQL refuses to run as root.
  const command = (name: string, args: string[]): [string, string[]] =>
    asRoot
      ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', join(bin, name), ...args]]
      : [join(bin, name), args]
  if (asRoot) chmodSync(folder, 0o777)
  run(...command('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8']))
  const port = await freePort()
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', data, '-c', 'fsync=off']
  const url = (name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`
  const server = await startServer(command('postgres', options), folder, url('postgres'))
  return serving(url, (name) => execute(url('postgres'), `create database ${name}`), ending(server, folder))
}

type Url = (name: string) => string

function serving(url: Url, createEmpty: (name: string) => Promise<void>, end: () => Promise<void>): DatabaseServer {
  const opened: Database[] = []
  let made = 0

  async function make() {
    const name = `test_${made++}`
    await createEmpty(name)
    return url(name)
  }

  return {
    createEmpty: make,
    async create() {
      const database = openDatabase(await make())
      opened.push(database)
      await migrate(database)
      return database
    },
    async stop() {
      for (const { db } of opened) await db.destroy()
      await end()
    },
  }
}

function ending(server: ChildProcess, folder: string) {
  return async () => {
    await end(server, 'SIGTERM')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  server.kill(signal)
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
}

/** Fulfilled when it answers under that URL. */
async function startServer([command, args]: [string, string[]], folder: string, url: string): Promise<ChildProcess> {
  const file = join(folder, 'server.log')
  const log = openSync(file, 'w')
  const server = spawn(command, args, { stdio: ['ignore', log, log] })
  closeSync(log)
  for (let attempt = 0; ; attempt++) {
    try {
      await execute(url, 'select 1')
      return server
    } catch (error) {
      const ended = server.exitCode !== null || server.signalCode !== null
      if (ended || attempt === 300)
        throw new Error(`${command} does not answer:\n${readFileSync(file, 'utf8')}`, { cause: error })
      await sleep(100)
    }
  }
}

async function execute(url: string, statement: string): Promise<void> {
  const { db } = openDatabase(url, 1)
  try {
    await db.executeQuery(CompiledQuery.raw(statement))
  } finally {
    await db.destroy()
  }
}

function run(command: string, args: string[]) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`)
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'vitrine-database-'))
}
