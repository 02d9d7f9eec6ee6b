'use client'

import { useFormatter, useNow } from 'use-intl'

const refreshMs = 60_000

/** How long ago something was, in the largest unit that fits; kept true while the page is open. */
export function Age({ at }: { at: string }) {
  const format = useFormatter()
  const now = useNow({ updateInterval: refreshMs })
  const date = new Date(at)
  // A server whose clock is ahead does not speak of the future.
  return <>{format.relativeTime(date.getTime() > now.getTime() ? now : date, now)}</>
}
