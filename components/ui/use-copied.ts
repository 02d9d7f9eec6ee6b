'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { copyText } from '@/lib/client/copy-text'
import { toast } from './toast'

const shownMs = 2000

/** Copies a text, and tells for a moment that it did; a failure is said by a toast. */
export function useCopied(text: string | (() => string)): { copied: boolean; copy(): Promise<void> } {
  const t = useTranslations('action')
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), shownMs)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    if (await copyText(typeof text === 'string' ? text : text())) setCopied(true)
    else toast.error(t('copyFailed'))
  }
  return { copied, copy }
}
