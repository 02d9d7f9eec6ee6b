import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LoadedClients {
  /** The folder of `glance` and `openstack`. */
  programs: string
  stop(): void
}

/** Debian's clients, loaded once: to load them for every command line takes longer than what they do. */
export async function loadClients(folder: string): Promise<LoadedClients> {
  const here = join(process.cwd(), 'e2e/clients')
  const address = join(folder, 'clients.sock')
  const programs = join(folder, 'bin')
  mkdirSync(programs)
  for (const name of ['glance', 'openstack']) {
    const line = `exec /usr/bin/python3 -IS '${here}/ask_loaded_clients.py' '${address}' ${name} "$@"`
    writeFileSync(join(programs, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 })
  }
  const loaded = spawn('/usr/bin/python3', [join(here, 'loaded_clients.py'), address], {
    env: { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', PYTHONWARNINGS: 'ignore' } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await Promise.race([
    once(loaded.stdout, 'data'),
    once(loaded, 'exit').then(([status]) => Promise.reject(new Error(`The clients could not be loaded: ${status}`))),
  ])
  return { programs, stop: () => void loaded.kill() }
}
