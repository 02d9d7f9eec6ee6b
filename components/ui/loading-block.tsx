import type { ReactNode } from 'react'

interface Props {
  /** What a screen reader says meanwhile. */
  label: string
  /** How what is to come is laid out. */
  className?: string
  /** What it will look like. */
  children: ReactNode
}

/** Stands where a page's content will be, in its shape. */
export function LoadingBlock({ label, className, children }: Props) {
  return (
    <div role="status" aria-label={label} className={className}>
      {children}
    </div>
  )
}
