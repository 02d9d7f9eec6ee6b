'use client'

import type { ReactNode } from 'react'
import { ProblemNotice } from './problem-notice'

interface Query<Data> {
  data: Data | undefined
  error: Error | null
  refetch(): unknown
}

/** Why a query failed, if it did, above what was known before. */
export function QueryProblem({ query: { data, error, refetch } }: { query: Query<unknown> }) {
  return (
    error && (
      <div className="mb-4 last:mb-0">
        <ProblemNotice error={error} onRetry={refetch} stale={data !== undefined} />
      </div>
    )
  )
}

interface Props<Data> {
  query: Query<Data>
  /** Shown until something is known. */
  loading: ReactNode
  children(data: Data): ReactNode
}

/** What a query has brought, or what stands in its place. */
export function Loaded<Data>({ query, loading, children }: Props<Data>) {
  const { data, error } = query
  return (
    <>
      <QueryProblem query={query} />
      {data === undefined ? !error && loading : children(data)}
    </>
  )
}
