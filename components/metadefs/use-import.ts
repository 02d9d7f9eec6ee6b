'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type DryRun, dryRun, type ImportSource, type Standing, standingOf } from '@/lib/client/metadefs/dry-run'
import { type ImportMode, type NamespacePlan, planImport } from '@/lib/client/metadefs/import-plan'
import { type ImportResult, runImport } from '@/lib/client/metadefs/import-run'
import { writeMetadef } from '@/lib/client/metadefs/metadef-writes'
import { useRereadMetadefs } from './use-metadef-write'

function plansOf({ definitions, standing }: DryRun, mode: ImportMode): NamespacePlan[] {
  return definitions.map((definition) => planImport(definition, standing[definition.namespace] ?? null, mode))
}

const isSame = (a: Standing, b: Standing) => JSON.stringify(a) === JSON.stringify(b)

/** An import of definitions: looked at first, then written, unless something else stands by then. */
export function useImport(mode: ImportMode) {
  const reread = useRereadMetadefs()
  const [seen, setSeen] = useState<DryRun | null>(null)
  const [stale, setStale] = useState(false)
  const check = useMutation({
    mutationFn: (sources: readonly ImportSource[]) => dryRun(sources),
    onSuccess: (found) => {
      setSeen(found)
      setStale(false)
    },
  })
  const run = useMutation({
    mutationFn: async (): Promise<ImportResult | null> => {
      if (!seen) return null
      const standing = await standingOf(seen.definitions.map(({ namespace }) => namespace))
      if (isSame(standing, seen.standing)) return runImport(plansOf(seen, mode), writeMetadef)
      setSeen({ ...seen, standing })
      setStale(true)
      return null
    },
    onSettled: reread,
  })
  return {
    check,
    run,
    plans: seen && plansOf(seen, mode),
    misfits: seen?.misfits ?? [],
    /** What stands has changed since it was looked at. */
    stale,
    forget() {
      setSeen(null)
      check.reset()
      run.reset()
    },
  }
}
