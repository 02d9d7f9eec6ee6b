'use client'

import dynamic from 'next/dynamic'
import type { Session } from 'next-auth'
import { useEffect, useRef, useState } from 'react'
import { useLiveSession } from '@/components/layout/live-session'
import { useOnce } from '@/components/ui/use-once'
import { signInHref } from '@/lib/client/own-path'
import { patiently } from '@/lib/client/patiently'
import { onRenewalNeeded, renewSession, settleRenewal } from '@/lib/client/session-renewal'
import type { WebSsoChoice } from '@/lib/contract/session'

const SignInAgainDialog = dynamic(
  patiently(() => import('./sign-in-again-dialog').then((module) => module.SignInAgainDialog)),
  {
    ssr: false,
  },
)

interface Props {
  /** The one that the page was made for. */
  session: Session
  choices: readonly WebSsoChoice[]
}

/** Asks for a new sign-in when the session has ended or the API says so; whatever waits goes on afterwards. */
export function SignInAgain({ session, choices }: Props) {
  const { session: live, refresh } = useLiveSession()
  const [open, setOpen] = useState(false)
  const ended = useRef<string | null>(null)
  const { id, secondsLeft } = live ?? session
  const stranger = live && !isSame(live, session) ? live : null
  useEffect(() => onRenewalNeeded(() => setOpen(true)), [])
  useEffect(() => {
    const timer = setTimeout(() => void renewSession(), secondsLeft * 1000)
    return () => clearTimeout(timer)
  }, [secondsLeft])
  useEffect(() => {
    if (!open) ended.current = null
    else if (ended.current === null) ended.current = id
    // Here, in a window of its own or in another tab: the session is a new one.
    else if (live && !stranger && ended.current !== id) {
      setOpen(false)
      settleRenewal(true)
    }
  }, [open, live, stranger, id])
  const asked = useOnce(open)
  return (
    asked && (
      <SignInAgainDialog
        open={open}
        session={session}
        stranger={stranger}
        choices={choices}
        onSignedIn={() => void refresh()}
        onLeave={() => window.location.assign(signInHref(window.location.pathname + window.location.search, true))}
      />
    )
  )
}

function isSame(one: Session, other: Session): boolean {
  return one.user.id === other.user.id && one.project.id === other.project.id
}
