import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Skeleton } from './skeleton'

/** One column of a table of things of one kind. */
export interface Column<T> {
  name: string
  /** What stands above it; read aloud only where `quiet`. */
  heading: ReactNode
  quiet?: boolean
  /** Width, alignment, and the windows in which it is shown. */
  className?: string
  cell(row: T): ReactNode
}

interface Props<T> {
  label: string
  columns: readonly Column<T>[]
  /** Undefined while they are loading. */
  rows: readonly T[] | undefined
  keyOf(row: T): string
  /** Shown, but no longer known to be so. */
  dimmed?: boolean
}

/** A table in a card, with skeleton rows until there are real ones. */
export function DataTable<T>({ label, columns, rows, keyOf, dimmed = false }: Props<T>) {
  return (
    <div className="rounded-card border border-hairline bg-surface">
      <table
        aria-label={label}
        aria-busy={!rows}
        className={clsx('w-full table-fixed border-collapse text-table', dimmed && 'opacity-60')}
      >
        <thead>
          <tr className="border-hairline border-b text-left text-meta text-muted">
            {columns.map(({ name, heading, quiet, className }) => (
              <th key={name} scope="col" className={clsx('px-3 py-2 align-bottom font-medium', className)}>
                {quiet ? <span className="sr-only">{heading}</span> : heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-hairline">
          {rows?.map((row) => (
            <tr key={keyOf(row)} className="align-top hover:bg-hover">
              {columns.map(({ name, className, cell }) => (
                <td key={name} className={clsx('px-3 py-2 wrap-anywhere', className)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          )) ?? <SkeletonRows columns={columns.length} />}
        </tbody>
      </table>
    </div>
  )
}

const skeletonRows = ['a', 'b', 'c', 'd']

function SkeletonRows({ columns }: { columns: number }) {
  return skeletonRows.map((row) => (
    <tr key={row}>
      <td colSpan={columns} className="px-3 py-2">
        <Skeleton className="mb-1 h-4 w-1/3" />
        <Skeleton className="h-3 w-1/4" />
      </td>
    </tr>
  ))
}
