'use client'

import { useFormatter } from 'use-intl'

/** A point in time, in the person's own zone; the seconds and the zone stand in the tooltip. */
export function Moment({ at }: { at: string }) {
  const format = useFormatter()
  const date = new Date(at)
  return (
    <time
      dateTime={at}
      title={format.dateTime(date, { dateStyle: 'full', timeStyle: 'long' })}
      className="tabular-nums sm:whitespace-nowrap"
    >
      {format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  )
}
