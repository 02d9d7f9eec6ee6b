import { clsx } from 'clsx'
import { Skeleton } from './skeleton'
import { SkeletonRows, type SkeletonRowsProps } from './skeleton-rows'

interface Props extends SkeletonRowsProps {
  /** Whether its rows hold up to two lines, as those of a `DataTable`. */
  twoLines?: boolean
}

/** A table to come of which not even the heads are known. */
export function SkeletonTable({ columns, count, twoLines = false }: Props) {
  return (
    <div className="rounded-card border border-hairline bg-surface">
      <table aria-hidden className="w-full table-fixed border-collapse text-table">
        <thead>
          <tr className="h-8 border-hairline border-b">
            {columns.map(({ name, className, blank }) => (
              <td key={name} className={clsx('px-3', className)}>
                {!blank && <Skeleton inline className="h-2.5 w-2/5" />}
              </td>
            ))}
          </tr>
        </thead>
        <tbody className={clsx('divide-y divide-hairline', twoLines && 'two-line-rows')}>
          <SkeletonRows columns={columns} count={count} />
        </tbody>
      </table>
    </div>
  )
}
