import { clsx } from 'clsx'
import { lineWidth, Skeleton } from './skeleton'

/** How a column stands in a table whose rows are still to come. */
interface SkeletonColumn {
  name: string
  /** Width, alignment, and the windows in which it is shown. */
  className?: string | undefined
  /** Holds what is pressed, and no text. */
  blank?: boolean | undefined
}

/** What rows to come are told of their table. */
export interface SkeletonRowsProps {
  columns: readonly SkeletonColumn[]
  /** As many as there usually are within the window. */
  count?: number | undefined
}

/** Rows to come, with a bar in each column in which text will stand. */
export function SkeletonRows({ columns, count = 8 }: SkeletonRowsProps) {
  const named = columns.find(({ blank }) => !blank)
  return Array.from({ length: count }, (_, row) => row).map((row) => (
    <tr key={row}>
      {columns.map((column) => (
        <td key={column.name} className={clsx('px-3 py-2', column.className)}>
          {!column.blank && (
            <span className="block h-5">
              <Skeleton inline className={clsx('h-3', column === named ? lineWidth(row) : 'w-3/5')} />
            </span>
          )}
          {column === named && (
            <span className="flex h-4 items-center compact:hidden">
              <Skeleton className="h-2.5 w-2/5" />
            </span>
          )}
        </td>
      ))}
    </tr>
  ))
}
