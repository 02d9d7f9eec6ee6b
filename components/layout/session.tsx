'use client'

import type { Session } from 'next-auth'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { SignInAgain } from '@/components/sign-in/sign-in-again'
import { rememberProject } from '@/lib/client/last-projects'
import { createLiveSession } from '@/lib/client/live-session'
import type { SessionView, WebSsoChoice } from '@/lib/contract/session'
import { LiveContext, useLive } from './live-session'

const SignedInContext = createContext<SessionView | null>(null)

interface Props {
  session: Session
  /** What the cloud's own sign-in pages are called. */
  choices: readonly WebSsoChoice[]
  children: ReactNode
}

/** Gives the pages of the shell the session that the server has checked. */
export function SignedIn({ session, choices, children }: Props) {
  const [live] = useState(() => createLiveSession(session))
  useEffect(() => rememberProject(session.user.id, session.project.id), [session.user.id, session.project.id])
  return (
    <LiveContext value={live}>
      <SignedInContext value={session}>{children}</SignedInContext>
      <SignInAgain session={session} choices={choices} />
    </LiveContext>
  )
}

/** Who is signed in, and in which project. Only inside the shell, where somebody always is. */
export function useSignedIn(): SessionView {
  const session = useContext(SignedInContext)
  if (!session) throw new Error('There is no session outside the shell')
  return session
}

/** Works in another project from now on; false where Keystone refuses. The caller loads the page anew. */
export function useSwitchProject(): (projectId: string) => Promise<boolean> {
  const live = useLive()
  return async (projectId) => {
    const session = await live.change({ projectId }).catch(() => null)
    return session?.project?.id === projectId
  }
}
