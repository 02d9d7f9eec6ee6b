import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/testing/free-port.mjs'
import { startIdentity, type TestIdentity } from './identity'

export interface RunningServer {
  url: string
  /** The identity API that it asks about tokens, without `/v3`. */
  identityUrl: string
  /** A folder of this server alone; also good for files that tests make. */
  folder: string
  /** The administrator's. */
  password: string
  /** Kills the server as a power cut would, and starts it again after `pauseMs`. */
  crash(pauseMs: number): Promise<void>
  stop(): Promise<void>
}

interface ServerOptions {
  /** Lines of the configuration beside the identity's. */
  config?: string
  /** The identity of a server at that URL, where it is not the one of the whole run. */
  identityOf?: (url: string) => Promise<TestIdentity>
}

/** The production server as `npm run build` made it, on a free port, with data of its own. */
export async function startServer({ config: more = '', identityOf = startIdentity }: ServerOptions = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const identity = await identityOf(url)
  const config = join(folder, 'glance-api.conf')
  writeFileSync(config, `${identity.config}\n${more}`)
  const start = async () => {
    const started = spawn(process.execPath, ['--enable-source-maps', 'dist/server.js', '--config-file', config], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        VITRINE_PORT: String(port),
        VITRINE_DATA: join(folder, 'data'),
        VITRINE_ADMIN_PASSWORD: identity.adminPassword,
      },
    })
    await answering(url, started)
    return started
  }
  let child = await start()
  return {
    url,
    identityUrl: identity.url,
    folder,
    password: identity.adminPassword,
    async crash(pauseMs) {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      child = await start()
    },
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      await identity.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: run "npm run build" first`)
    const answer = await fetch(`${url}/healthcheck`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The server did not answer within 30 s')
}
