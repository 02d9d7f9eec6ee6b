'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { leaveBy } from '@/lib/client/leaving'

/** Leads to another page, after asking where something unsaved would be left behind. */
export function useGo(): (href: string) => void {
  const router = useRouter()
  return useCallback((href: string) => leaveBy(() => router.push(href)), [router])
}
