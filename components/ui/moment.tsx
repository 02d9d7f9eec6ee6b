'use client'

import { useFormatter } from 'use-intl'

interface Props {
  at: string
  /** Shows them too, where many moments lie in one minute. */
  seconds?: boolean
}

/** A point in time, in the person's own zone; the zone, and otherwise the seconds, stand in the tooltip. */
export function Moment({ at, seconds = false }: Props) {
  const format = useFormatter()
  const date = new Date(at)
  return (
    <time
      dateTime={at}
      title={format.dateTime(date, { dateStyle: 'full', timeStyle: 'long' })}
      className="tabular-nums sm:whitespace-nowrap"
    >
      {format.dateTime(date, { dateStyle: 'medium', timeStyle: seconds ? 'medium' : 'short' })}
    </time>
  )
}
