'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { IntlProvider } from 'use-intl'
import { rememberInCookie, timeZoneCookie, type WrittenLocale } from '@/lib/client/locale'
import type { Messages } from '@/lib/client/messages'

interface Props {
  locale: WrittenLocale
  messages: Messages
  timeZone: string
  children: ReactNode
}

/** Gives every component the language, and the zone in which times are written. */
export function Language({ locale, messages, timeZone: known, children }: Props) {
  const [timeZone, setTimeZone] = useState(known)
  // The first page of a browser is rendered in UTC: only the browser knows its zone, and tells it for the next time.
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (own === known) return
    rememberInCookie(timeZoneCookie, own)
    setTimeZone(own)
  }, [known])
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
      {children}
    </IntlProvider>
  )
}
