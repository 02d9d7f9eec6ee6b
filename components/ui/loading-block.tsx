import { Skeleton } from './skeleton'

interface Props {
  /** What a screen reader says meanwhile. */
  label: string
}

/** Stands where a page's content will be. */
export function LoadingBlock({ label }: Props) {
  return (
    <div role="status" aria-label={label}>
      <Skeleton className="h-80 w-full" />
    </div>
  )
}

/** Stands where cards side by side will be. */
export function LoadingCards({ label }: Props) {
  return (
    <div role="status" aria-label={label} className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      <Skeleton className="h-44 w-full" />
      <Skeleton className="h-44 w-full" />
    </div>
  )
}
