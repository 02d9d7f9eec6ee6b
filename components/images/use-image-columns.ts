'use client'

import { useMemo } from 'react'
import { useSignedIn } from '@/components/layout/session'
import { useRemembered } from '@/components/ui/use-remembered'
import { columnsIn, type ImageColumn } from '@/lib/client/image-columns'
import { chosenColumns } from '@/lib/client/remembered'

/** The columns that this person wants, and a way to want others. */
export function useImageColumns(): [readonly ImageColumn[], (columns: readonly ImageColumn[]) => void] {
  const { user } = useSignedIn()
  const [text, write] = useRemembered(chosenColumns(user.id))
  const columns = useMemo(() => columnsIn(text), [text])
  return [columns, (chosen) => write(chosen.join(' '))]
}
