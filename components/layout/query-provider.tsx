'use client'

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { diagnosticsHref, signInHref } from '@/lib/client/own-path'
import { isProblem } from '@/lib/contract/problem'

/** The one query client. A call that finds the session ended leads to the sign-in page and back. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(createClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

function createClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveIfSignedOut }),
    mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 2000,
        // What the server has refused it will refuse again; only silence is worth a second try.
        retry: (failures, error) => !isProblem(error) && failures < 1,
        retryDelay: 1000,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}

function leaveIfSignedOut(error: Error) {
  if (!isProblem(error) || error.kind !== 'unauthenticated') return
  const { pathname, search } = window.location
  // There somebody wants to know why the session ended.
  if (pathname === diagnosticsHref()) return
  window.location.assign(signInHref(pathname + search, true))
}
