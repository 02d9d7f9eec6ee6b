import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Skeleton, SkeletonLines } from './skeleton'

interface Props {
  /** Whether a line parts its heading from the rest. */
  head?: boolean
  /** How many lines of text it will hold. */
  lines: number
  /** Its least height, and its place. */
  className?: string
  /** What stands below the lines. */
  children?: ReactNode
}

/** The frame of a card to come, with bars where its heading and its text will be. */
export function SkeletonCard({ head = false, lines, className, children }: Props) {
  return (
    <div className={clsx('min-w-0 rounded-card border border-hairline bg-surface', className)}>
      {head && (
        <div className="flex h-11 items-center border-hairline border-b px-4">
          <Skeleton className="h-3.5 w-28" />
        </div>
      )}
      <div className="space-y-2 px-4 py-3">
        <SkeletonLines count={lines} />
        {children}
      </div>
    </div>
  )
}
