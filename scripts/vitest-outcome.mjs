// A reporter of vitest that writes which tests passed and failed, and why; the one of vitest's own for JSON says nothing
// of a hook that failed.
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { outcomeFile, why } from './test-reports.mjs'

export default class VitestOutcome {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const failures = [...modules.flatMap(failuresOf), ...failureOf('outside of any test', unhandledErrors)]
    const flaky = tests.filter((test) => test.diagnostic()?.flaky).map(flakyNote)
    const passed = tests.filter((test) => test.result().state === 'passed').length
    writeFileSync(outcomeFile, JSON.stringify({ passed, failed: failures.length, notes: [...failures, ...flaky] }))
  }
}

function failuresOf(module) {
  const file = fileOf(module)
  const suites = [...module.children.allSuites()]
  const tests = [...module.children.allTests()].filter((test) => test.result().state === 'failed')
  return [
    ...failureOf(file, module.errors()),
    ...suites.flatMap((suite) => failureOf(`${file} ${suite.fullName}`, suite.errors())),
    ...tests.flatMap((test) => failureOf(`${file} ${test.fullName}`, test.result().errors)),
  ]
}

const fileOf = (module) => relative('.', module.moduleId)

function flakyNote(test) {
  return `flaky ${fileOf(test.module)} ${test.fullName}: ${why(test.result().errors?.[0]?.message)}`
}

function failureOf(what, errors = []) {
  return errors.length > 0 ? [`FAILED ${what}: ${why(errors[0].message)}`] : []
}
