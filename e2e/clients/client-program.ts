import { execFile } from 'node:child_process'

/** Runs Debian's `glance` or `openstack` against the server under test. */
export interface ClientProgram {
  /** What it printed; throws its error output where it fails. */
  run(...args: string[]): Promise<string>
  /** What it complained about; throws where it succeeds. */
  fail(...args: string[]): Promise<string>
  /** The command lines that it has run to a good end, without the program's name. */
  driven: readonly string[]
}

interface Ended {
  status: number
  stdout: string
  stderr: string
}

/**
 * `environment`: the OS_* variables, and `CLIENT_PROGRAMS` where the programs are to be found before `/usr/bin`. Nothing else of
 * ours reaches the program, such as a proxy or another Python.
 */
export function createClientProgram(name: 'glance' | 'openstack', environment: Record<string, string>): ClientProgram {
  const { CLIENT_PROGRAMS = '/usr/bin' } = environment
  const env = { PATH: `${CLIENT_PROGRAMS}:/usr/bin:/bin`, LANG: 'C.UTF-8', ...environment } as unknown as NodeJS.ProcessEnv
  const driven: string[] = []
  const start = (args: string[]) =>
    new Promise<Ended>((resolve) => {
      // An open standard input would be an image's data.
      execFile(
        '/bin/bash',
        ['-c', 'exec "$@" <&-', 'bash', name, ...args],
        { env, maxBuffer: 64 * 1024 * 1024 },
        (error, stdout, stderr) => {
          resolve({ status: error ? Number(error.code) || 1 : 0, stdout, stderr: stderr || (error?.message ?? '') })
        },
      )
    })
  return {
    driven,
    async run(...args) {
      const { status, stdout, stderr } = await start(args)
      if (status !== 0) throw new Error(`${name} ${args.join(' ')}\nended with ${status}: ${stderr.trim()}`)
      driven.push(args.join(' '))
      return stdout
    },
    async fail(...args) {
      const { status, stdout, stderr } = await start(args)
      if (status === 0) throw new Error(`${name} ${args.join(' ')}\nsucceeded: ${stdout.trim()}`)
      return stdout + stderr
    },
  }
}

/** The cells of a table as the clients print it, row by row, without its head. */
export function readTable(printed: string): string[][] {
  const rows = printed.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(1).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** A table of properties and values as an object. */
export function readFields(printed: string): Record<string, string> {
  return Object.fromEntries(readTable(printed).map(([name = '', value = '']) => [name, value]))
}
