/**
 * Does `work` for each item, at most `limit` at once; answers the results in the order of the items. After a failure none is
 * begun any more; those that are under way are waited for, and the first failure is thrown.
 */
export async function eachAtMost<T, R>(limit: number, items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const waiting = [...items.entries()]
  let failure: { error: unknown } | undefined

  async function workOn() {
    for (let next = waiting.shift(); next && !failure; next = waiting.shift()) {
      const [index, item] = next
      try {
        results[index] = await work(item)
      } catch (error) {
        failure ??= { error }
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, workOn))
  if (failure) throw failure.error
  return results
}
