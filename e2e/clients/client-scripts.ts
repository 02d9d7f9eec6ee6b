import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Steps } from './steps'

const folder = 'e2e/clients'

/** The scripts beside this file, each of which drives one part of the service and ends with `N passed, M failed`. */
export function clientScripts(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sh'))
    .sort()
    .map((name) => join(folder, name))
}

/** Runs a script as its users do, and adds its counts; answers the command lines that it has run to a good end. */
export async function runScript(script: string, environment: Record<string, string>, steps: Steps): Promise<string[]> {
  const child = spawn('bash', [script], {
    env: { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', ...environment } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  for await (const chunk of child.stdout) {
    process.stdout.write(chunk)
    printed += chunk
  }
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(printed) ?? []
  steps.add(passed === undefined ? { passed: 0, failed: 1 } : { passed: Number(passed), failed: Number(failed) })
  return [...printed.matchAll(/^ok ((?:glance|openstack) .*)$/gm)].map(([, line]) => line as string)
}
