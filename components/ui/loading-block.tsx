import { Skeleton } from './skeleton'

/** Stands where a page's content will be; the label is what a screen reader says meanwhile. */
export function LoadingBlock({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      <Skeleton className="h-80 w-full" />
    </div>
  )
}
