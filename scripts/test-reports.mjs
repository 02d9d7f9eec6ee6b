// What the reports of the test runners say: how many passed and failed, and which did not pass at once.
import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {{ passed: number, failed: number, notes: string[] }} Outcome
 *   `notes` has a line for each test that failed, or passed only when it was tried again.
 */

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** @returns {Outcome} */
export function vitestOutcome(file) {
  const report = readReport(file)
  const files = (report?.testResults ?? []).filter(({ status }) => status === 'failed')
  const notes = files.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    // A file that cannot even be loaded fails without a failed test.
    return failed.length > 0 ? failed.map(({ fullName }) => `FAILED ${name} ${fullName}`) : [`FAILED ${name} ${message}`]
  })
  return { passed: report?.numPassedTests ?? 0, failed: report?.success ? 0 : Math.max(notes.length, 1), notes }
}

/** @returns {Outcome} */
export function playwrightOutcome(file) {
  const report = readReport(file)
  const { expected = 0, flaky = 0, unexpected = 1 } = report?.stats ?? {}
  return { passed: expected + flaky, failed: unexpected, notes: (report?.suites ?? []).flatMap(notesOfSuite) }
}

function notesOfSuite({ specs, suites = [] }) {
  const notes = specs.flatMap(({ title, file, line, tests }) =>
    tests.flatMap(({ status }) => {
      if (status === 'unexpected') return [`FAILED ${file}:${line} ${title}`]
      return status === 'flaky' ? [`flaky ${file}:${line} ${title}`] : []
    }),
  )
  return [...notes, ...suites.flatMap(notesOfSuite)]
}

/** Of a suite that ends with a line `N passed, N failed` and begins a failure with `FAILED`. @returns {Outcome} */
export function closingLineOutcome(output) {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [null, 0, 1]
  return { passed: Number(passed), failed: Number(failed), notes: output.match(/^FAILED .*$/gm) ?? [] }
}
