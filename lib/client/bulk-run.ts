/** What became of one thing among many. */
export interface Failure<T> {
  item: T
  error: Error
}

export interface BulkOutcome<T> {
  done: readonly T[]
  failures: readonly Failure<T>[]
  /** What was not begun, because the run was stopped. */
  left: readonly T[]
}

interface Run<T> {
  act(item: T): Promise<void>
  /** How many are under way at once. */
  parallel: number
  /** Stops what is not begun yet; what is under way ends. */
  signal: AbortSignal
  onProgress(finished: number): void
}

/** Acts on every item, some at a time. One that fails keeps none from the others. */
export async function runBulk<T>(items: readonly T[], { act, parallel, signal, onProgress }: Run<T>): Promise<BulkOutcome<T>> {
  const done: T[] = []
  const failures: Failure<T>[] = []
  const left = [...items]
  const worker = async () => {
    while (left.length > 0 && !signal.aborted) {
      const item = left.shift() as T
      try {
        await act(item)
        done.push(item)
      } catch (error) {
        failures.push({ item, error: error as Error })
      }
      onProgress(done.length + failures.length)
    }
  }
  await Promise.all(Array.from({ length: parallel }, worker))
  return { done, failures, left }
}
