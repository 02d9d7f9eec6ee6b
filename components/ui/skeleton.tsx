import { clsx } from 'clsx'

interface Props {
  className?: string
  /** Stands in a line, on the side to which its text is aligned. */
  inline?: boolean
}

/** A quiet bar where text will stand once it is loaded. */
export function Skeleton({ className, inline = false }: Props) {
  const place = inline ? 'inline-block align-middle' : 'block'
  return <span aria-hidden className={clsx('animate-pulse rounded-control bg-hairline/60', place, className)} />
}

const widths = ['w-3/5', 'w-4/5', 'w-2/5', 'w-2/3']

/** How wide a line of text may be; neighbours differ. */
export const lineWidth = (line: number) => widths[line % widths.length]

/** Lines of text to come, each as high as one of a table. */
export function SkeletonLines({ count }: { count: number }) {
  return Array.from({ length: count }, (_, line) => line).map((line) => (
    <span key={line} className="flex h-5 items-center">
      <Skeleton className={clsx('h-3', lineWidth(line))} />
    </span>
  ))
}
