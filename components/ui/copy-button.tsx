'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from './icon-button'
import { useCopied } from './use-copied'

/** Copies a value and says so. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const t = useTranslations('action')
  const { copied, copy } = useCopied(text)
  return (
    <IconButton label={copied ? t('copied') : t('copy', { what })} onClick={copy} size="small">
      {copied ? <Check size={14} aria-hidden className="text-ok" /> : <Copy size={14} aria-hidden />}
    </IconButton>
  )
}
