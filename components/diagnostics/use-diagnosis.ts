'use client'

import { useEffect, useRef, useState } from 'react'
import { type Diagnosis, diagnose } from '@/lib/client/diagnosis'
import type { Subject } from './subject'

type State = 'never' | 'running' | 'stopped' | 'failed' | 'done'

const nothing: Diagnosis = { results: [], verdict: null }

/** A run of the checks that this page has asked for, and what it has brought until now. */
export function useDiagnosis({ imageId, signIn }: Pick<Subject, 'imageId' | 'signIn'>) {
  const [state, setState] = useState<State>('never')
  const [diagnosis, setDiagnosis] = useState(nothing)
  const [error, setError] = useState<Error | null>(null)
  const stopping = useRef<AbortController | null>(null)
  useEffect(() => () => stopping.current?.abort(), [])

  const run = async () => {
    const stop = new AbortController()
    stopping.current = stop
    setState('running')
    setDiagnosis(nothing)
    setError(null)
    try {
      for await (const found of diagnose({ imageId, signIn, signal: stop.signal })) setDiagnosis(found)
      setState('done')
    } catch (failure) {
      if (stop.signal.aborted) return setState('stopped')
      setError(failure instanceof Error ? failure : new Error(String(failure)))
      setState('failed')
    }
  }

  return { state, ...diagnosis, error, run, stop: () => stopping.current?.abort() }
}
