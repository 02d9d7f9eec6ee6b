// What CI runs: the tests by `npm run verify`, then every other check. The closing line counts them all.
import { tee } from './tee.mjs'

const totals = { passed: 0, failed: 0 }

const npm = (script) => tee('npm', ['run', '--silent', script])

const verified = await npm('verify')
const counted = verified.output
  .trimEnd()
  .split('\n')
  .at(-1)
  ?.match(/^(\d+) passed, (\d+) failed$/)
totals.passed += Number(counted?.[1] ?? 0)
totals.failed += Number(counted?.[2] ?? 1)

for (const check of ['types', 'lint', 'arch', 'unused']) {
  const ok = (await npm(check)).status === 0
  console.log(`${ok ? 'ok' : 'FAILED'} ${check}`)
  totals[ok ? 'passed' : 'failed'] += 1
}

console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1)
