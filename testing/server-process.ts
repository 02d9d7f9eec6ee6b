import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, rm } from 'node:fs/promises'
import { build } from 'esbuild'
import { createIdentityClient } from './identity-client'

/** The server without its pages, as a process of its own. */
export interface ServerProcess {
  url: string
  /** Of the first administrator, for the project `admin`. */
  token: string
  /** Ends it without a warning. */
  kill(): Promise<void>
}

/** The server as one file that Node can run. */
export interface BundledServer {
  /** Starts it with these variables and arguments; fulfilled when it answers. */
  start(env: Record<string, string>, argv?: readonly string[]): Promise<ServerProcess>
  remove(): Promise<void>
}

const password = 'process-test-password'

/** Bundles `api-server.ts` into a folder of that name. */
export async function bundleServer(name: string): Promise<BundledServer> {
  // It must lie where Node finds the packages.
  const folder = `node_modules/.cache/vitrine-${name}`
  await build({
    entryPoints: ['testing/api-server.ts'],
    outfile: `${folder}/server.mjs`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  await cp('lib/server/stores/hash-worker.mjs', `${folder}/hash-worker.mjs`)

  return {
    async start(more, argv = []) {
      const env = { ...process.env, VITRINE_PORT: '0', VITRINE_ADMIN_PASSWORD: password, ...more }
      const child = spawn(process.execPath, [`${folder}/server.mjs`, ...argv], { env, stdio: ['ignore', 'pipe', 'ignore'] })
      const url = await announced(child.stdout)
      const scope = { project: { name: 'admin', domain: { id: 'default' } } }
      const { headers } = await createIdentityClient({ url }).logIn('admin', password, scope)
      return {
        url,
        token: headers.get('x-subject-token') ?? '',
        async kill() {
          if (child.exitCode !== null || child.signalCode !== null) return
          const gone = once(child, 'exit')
          child.kill('SIGKILL')
          await gone
        },
      }
    },
    remove: () => rm(folder, { recursive: true }),
  }
}

async function announced(output: AsyncIterable<Buffer>): Promise<string> {
  for await (const text of output) {
    const found = /listening on (\S+)/.exec(text.toString())
    if (found?.[1]) return found[1]
  }
  throw new Error('The server ended before it listened')
}
