// Starts dist/server.js as an operator would, on a free port and a data folder of its own, for tests and benchmarks.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.mjs'

export const adminPassword = 'production-test-password'

/**
 * @param {{ dataFolder?: string, port?: number, args?: string[], env?: Record<string, string> }} [options]
 *   `dataFolder`: kept when given, else a temporary one that `stop` removes.
 */
export async function startProductionServer({ dataFolder, port, args = [], env = {} } = {}) {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'vitrine-production-'))
  const chosen = port ?? (await freePort())
  const url = `http://127.0.0.1:${chosen}`
  const settings = { VITRINE_PORT: String(chosen), VITRINE_DATA: folder, VITRINE_ADMIN_PASSWORD: adminPassword }
  const child = spawn(process.execPath, ['dist/server.js', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ...settings, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  await answering(url, child, () => output)
  return {
    url,
    dataFolder: folder,
    port: chosen,
    pid: /** @type {number} */ (child.pid),
    output: () => output,
    /** What `openstack` and `glance` need in their environment. */
    clientEnvironment: {
      OS_AUTH_URL: `${url}/identity/v3`,
      OS_IDENTITY_API_VERSION: '3',
      OS_USERNAME: 'admin',
      OS_PASSWORD: adminPassword,
      OS_PROJECT_NAME: 'admin',
      OS_USER_DOMAIN_NAME: 'Default',
      OS_PROJECT_DOMAIN_NAME: 'Default',
    },
    token: () => takeToken(url),
    /** The most memory the process ever held, in bytes. */
    peakMemory: () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024,
    /** As a crash would end it; the data stays. */
    async crash() {
      child.kill('SIGKILL')
      await gone
    },
    async stop() {
      child.kill('SIGTERM')
      await gone
      if (!dataFolder) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answering(url, child, output) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended at its start:\n${output()}`)
    const answer = await fetch(`${url}/healthcheck`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server does not answer:\n${output()}`)
}

/** A token of somebody for a project, both of the default domain: the first administrator's, unless another is named. */
export async function takeToken(url, person = { name: 'admin', password: adminPassword }, project = { name: 'admin' }) {
  const user = { ...person, domain: { id: 'default' } }
  const scope = { project: { name: project.name, domain: { id: 'default' } } }
  const answer = await fetch(`${url}/identity/v3/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } }, scope } }),
  })
  const token = answer.headers.get('x-subject-token')
  if (!token) throw new Error(`no token: ${answer.status} ${await answer.text()}`)
  return token
}
