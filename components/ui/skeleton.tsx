import { clsx } from 'clsx'

/** Where something will stand once it is loaded. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx('block animate-pulse rounded-control bg-hairline', className)} />
}
