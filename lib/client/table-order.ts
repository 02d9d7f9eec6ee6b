/** What a row is sorted by in one column; nothing where it has none. */
type Value = string | number | boolean | null

const text = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function compare(a: Exclude<Value, null>, b: Exclude<Value, null>): number {
  return typeof a === 'string' && typeof b === 'string' ? text.compare(a, b) : Number(a) - Number(b)
}

/** All the rows of a table that has them all, sorted; those without a value come last both ways, and equals stay as they were. */
export function inOrder<T>(rows: readonly T[], dir: 'asc' | 'desc', valueIn: (row: T) => Value): T[] {
  const sign = dir === 'asc' ? 1 : -1
  return rows.toSorted((one, other) => {
    const [a, b] = [valueIn(one), valueIn(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * compare(a, b)
  })
}
