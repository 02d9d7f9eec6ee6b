'use client'

import { useRef, useState } from 'react'
import { useProblemToast } from '@/components/ui/use-problem-toast'
import { walkImages } from '@/lib/client/image-walk'
import { briefly, type ChosenImage, type Selection } from '../use-selection'
import { begin } from './use-bulk-run'

/** Finds every image that matches, on all pages, and selects them; `found` counts while it looks. */
export function useWholeSelection({ scope, set }: Pick<Selection, 'scope' | 'set'>) {
  const showProblem = useProblemToast()
  const looking = useRef<AbortController | null>(null)
  const [found, setFound] = useState<number | null>(null)
  async function select() {
    const { signal } = begin(looking)
    const all: ChosenImage[] = []
    setFound(0)
    try {
      for await (const page of walkImages(scope, signal)) {
        all.push(...page.map(briefly))
        setFound(all.length)
      }
      if (!signal.aborted) set(all, true)
    } catch (error) {
      if (!signal.aborted) showProblem(error as Error)
    } finally {
      setFound(null)
    }
  }
  return { found, select, stop: () => looking.current?.abort() }
}
