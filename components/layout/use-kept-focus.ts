'use client'

import { useEffect } from 'react'
import { patiently } from '@/lib/client/patiently'

const load = patiently(() => import('@/lib/client/keep-focus'))

/** Never loses the focus of who works by keyboard; loaded with the first key that is pressed. */
export function useKeptFocus() {
  useEffect(() => {
    const gone = new AbortController()
    const keep = async () => {
      const { keepFocus } = await load()
      if (!gone.signal.aborted) gone.signal.addEventListener('abort', keepFocus())
    }
    window.addEventListener('keydown', () => void keep(), { once: true, signal: gone.signal })
    return () => gone.abort()
  }, [])
}
