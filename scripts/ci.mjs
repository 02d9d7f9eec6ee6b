// What CI runs: the tests by `npm run verify`, then every other check. The closing line counts them all.
import { spawnSync } from 'node:child_process'

const totals = { passed: 0, failed: 0 }

function npm(...args) {
  const { status, stdout } = spawnSync('npm', args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
  })
  process.stdout.write(stdout)
  return { ok: status === 0, stdout }
}

const verified = npm('run', '--silent', 'verify')
const counted = verified.stdout
  .trimEnd()
  .split('\n')
  .at(-1)
  ?.match(/^(\d+) passed, (\d+) failed$/)
totals.passed += Number(counted?.[1] ?? 0)
totals.failed += Number(counted?.[2] ?? 1)

for (const check of ['types', 'lint', 'arch', 'unused']) {
  const { ok } = npm('run', '--silent', check)
  console.log(`${ok ? 'ok' : 'FAILED'} ${check}`)
  totals[ok ? 'passed' : 'failed'] += 1
}

console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1)
