// Runs a command whose output is both shown as it comes and answered.
import { spawn } from 'node:child_process'

const toTerminal = (text) => process.stdout.write(text)

/** @returns {Promise<{ status: number | null, output: string }>} */
export function tee(command, args, { env = {}, show = toTerminal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
        show(text)
      })
    }
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, output }))
  })
}
