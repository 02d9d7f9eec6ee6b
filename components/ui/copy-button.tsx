'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { toast } from '@/components/ui/toast'
import { copyText } from '@/lib/client/copy-text'
import { IconButton } from './icon-button'

const shownMs = 2000

/** Copies a value and says so. */
export function CopyButton({ text, what }: { text: string | (() => string); what: string }) {
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
  return (
    <IconButton label={copied ? t('copied') : t('copy', { what })} onClick={copy} size="small">
      {copied ? <Check size={14} aria-hidden className="text-ok" /> : <Copy size={14} aria-hidden />}
    </IconButton>
  )
}
