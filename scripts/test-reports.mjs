// What the reports of the test runners say: how many passed and failed, and which did not pass at once.
import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/**
 * @typedef {{ passed: number, failed: number, notes: string[] }} Outcome
 *   `notes` has a line for each test that failed, or passed only when it was tried again.
 */

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Where `vitest-outcome.mjs` writes. */
export const outcomeFile = 'test-results/vitest.json'

/** @returns {Outcome} A run that broke has left no report. */
export function vitestOutcome() {
  return readReport(outcomeFile) ?? { passed: 0, failed: 1, notes: [] }
}

/** The beginning of what an error says, in one line. @param {string} [message] */
export function why(message = '') {
  return stripVTControlCharacters(message).replace(/\s+/g, ' ').trim().slice(0, 300)
}

/** @returns {Outcome} */
export function playwrightOutcome(file) {
  const report = readReport(file)
  const { expected = 0, flaky = 0, unexpected = 1 } = report?.stats ?? {}
  return { passed: expected + flaky, failed: unexpected, notes: (report?.suites ?? []).flatMap(notesOfSuite) }
}

function notesOfSuite({ specs, suites = [] }) {
  const notes = specs.flatMap(({ title, file, line, tests }) =>
    tests.flatMap(({ status, results }) => {
      if (status !== 'unexpected' && status !== 'flaky') return []
      const word = status === 'flaky' ? 'flaky' : 'FAILED'
      return [`${word} ${file}:${line} ${title}: ${why(results.find(({ error }) => error)?.error.message)}`]
    }),
  )
  return [...notes, ...suites.flatMap(notesOfSuite)]
}

/** Of a suite that ends with a line `N passed, N failed` and begins a failure with `FAILED`. @returns {Outcome} */
export function closingLineOutcome(output) {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [null, 0, 1]
  return { passed: Number(passed), failed: Number(failed), notes: output.match(/^FAILED .*$/gm) ?? [] }
}
