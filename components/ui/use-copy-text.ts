'use client'

import { useTranslations } from 'use-intl'
import { copyText } from '@/lib/client/copy-text'
import { toast } from './toast'

/** Copies a text and says so, where no button stays that could. */
export function useCopyText(): (text: string) => Promise<void> {
  const t = useTranslations('action')
  return async (text) => {
    if (await copyText(text)) toast.success(t('copied'))
    else toast.error(t('copyFailed'))
  }
}
