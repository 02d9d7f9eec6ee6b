import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { holding } from './holding'
import { SkeletonRows } from './skeleton-rows'
import { type Direction, SortHeading } from './sort-heading'

/** One column of a table of things of one kind. */
export interface Column<T, Key extends string = string> {
  name: string
  /** What stands above it; read aloud only where `quiet`. */
  heading: ReactNode
  quiet?: boolean
  /** By what the rows are sorted when its head is pressed; columns without it sort nothing. */
  sort?: Key
  /** What the first press asks for. */
  first?: Direction
  /** Numbers, which are compared digit below digit. */
  number?: boolean
  /** Width, and the windows in which it is shown. */
  className?: string
  cell(row: T): ReactNode
}

/** By what the rows are sorted, all of them and not just those of a page. */
export interface Order<Key extends string> {
  sort: Key
  dir: Direction
}

interface Props<T, Key extends string> {
  label: string
  columns: readonly Column<T, Key>[]
  /** Undefined while they are loading. */
  rows: readonly T[] | undefined
  keyOf(row: T): string
  /** How many of them there usually are within the window. */
  expected?: number
  /** Shown, but no longer known to be so. */
  dimmed?: boolean
  /** Where columns have `sort`. */
  order?: Order<Key>
  onOrder?(order: Order<Key>): void
  /** Whether cells hold up to two lines, larger cells have room of their own. */
  twoLines?: boolean
  /** How a row stands out from the others. */
  lookOf?(row: T): string
  /** Whether somebody points at a row or has the keyboard in one, so that rows should stay where they are. */
  onHold?(held: boolean): void
}

/** A table in a card, with skeleton rows until there are real ones. */
export function DataTable<T, Key extends string = string>(props: Props<T, Key>) {
  const { label, columns, rows, keyOf, expected, dimmed = false, order, onOrder, twoLines = false, lookOf, onHold } = props
  return (
    <div className="rounded-card border border-hairline bg-surface">
      <table
        aria-label={label}
        aria-busy={!rows}
        className={clsx('w-full table-fixed border-collapse text-table', dimmed && 'opacity-60')}
      >
        <thead>
          <tr className="border-hairline border-b text-left text-meta text-muted">
            {columns.map((column) => (
              <Heading key={column.name} {...{ column, order, onOrder }} />
            ))}
          </tr>
        </thead>
        <tbody className={clsx('divide-y divide-hairline', twoLines && 'two-line-rows')} {...(onHold && holding(onHold))}>
          {rows?.map((row) => (
            <tr key={keyOf(row)} className={clsx('hover:bg-hover', twoLines ? 'align-middle' : 'align-top', lookOf?.(row))}>
              {columns.map((column) => (
                <td key={column.name} className={clsx('px-3 py-2 wrap-anywhere', shapeOf(column))}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          )) ?? <SkeletonRows columns={columns.map(toCome)} count={expected} />}
        </tbody>
      </table>
    </div>
  )
}

type Look = Pick<Column<never>, 'name' | 'heading' | 'quiet' | 'number' | 'className'>

const shapeOf = ({ number, className }: Look) => clsx(number && 'text-right tabular-nums', className)

const toCome = (column: Look) => ({
  name: column.name,
  className: shapeOf(column),
  blank: column.quiet || typeof column.heading !== 'string',
})

interface HeadingProps<T, Key extends string> extends Pick<Props<T, Key>, 'order' | 'onOrder'> {
  column: Column<T, Key>
}

function Heading<T, Key extends string>({ column, order, onOrder }: HeadingProps<T, Key>) {
  const { heading, quiet, sort, first } = column
  const className = shapeOf(column)
  if (sort !== undefined && typeof heading === 'string' && order && onOrder) {
    const current = order.sort === sort ? order.dir : null
    return <SortHeading label={heading} {...{ current, first, className }} onSort={(dir) => onOrder({ sort, dir })} />
  }
  return (
    <th scope="col" className={clsx('px-3 py-2 font-medium', className)}>
      {quiet ? <span className="sr-only">{heading}</span> : heading}
    </th>
  )
}
