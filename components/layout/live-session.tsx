'use client'

import type { Session } from 'next-auth'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { LiveSession } from '@/lib/client/live-session'

export const LiveContext = createContext<LiveSession | null>(null)

/** The session of this tab. Only inside the shell. */
export function useLive(): LiveSession {
  const live = useContext(LiveContext)
  if (!live) throw new Error('There is no session outside the shell')
  return live
}

/** The session as it is now, which another tab may have changed or ended, and a way to ask for it anew. */
export function useLiveSession(): { session: Session | null; refresh(): Promise<unknown> } {
  const live = useLive()
  const session = useSyncExternalStore(live.subscribe, live.now, live.now)
  return { session, refresh: live.refresh }
}
