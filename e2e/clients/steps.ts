import { isDeepStrictEqual } from 'node:util'

interface Counts {
  passed: number
  failed: number
}

export interface Steps {
  /** Runs one step and prints how it ended; a walk ends with the first step that fails. */
  step<T>(title: string, run: () => Promise<T>): Promise<T>
  /** Adds what was counted elsewhere. */
  add(counted: Counts): void
  summary(): Counts
}

/** Thrown by a step that has already been reported, to leave the walk. */
export class StepFailed extends Error {}

/** Counts steps; each is one line: `ok` or `FAILED`, and why. */
export function createSteps(): Steps {
  const counts = { passed: 0, failed: 0 }
  return {
    async step(title, run) {
      try {
        const result = await run()
        counts.passed += 1
        console.log(`ok      ${title}`)
        return result
      } catch (error) {
        counts.failed += 1
        console.log(`FAILED  ${title}\n        ${(error as Error).message.replaceAll('\n', '\n        ')}`)
        throw new StepFailed(title)
      }
    },
    add({ passed, failed }) {
      counts.passed += passed
      counts.failed += failed
    },
    summary: () => counts,
  }
}

/** Throws unless every expected field is there with that very value. */
export function expectFields(actual: Record<string, unknown>, expected: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(expected)) {
    if (!isDeepStrictEqual(actual[name], value)) {
      throw new Error(`${name}: expected ${JSON.stringify(value)}, found ${JSON.stringify(actual[name])}`)
    }
  }
}

export function expectTrue(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise)
}
