'use client'

import { useTranslations } from 'use-intl'
import type { TermKind } from '@/lib/client/server-words'
import { useJoined } from './use-joined'
import { useLanguage } from './use-language'

/** A word of the API as the page calls it, with itself in brackets, so that both are found; in English, or unknown, itself. */
export function useTerm(): (kind: TermKind, word: string) => string {
  const t = useTranslations()
  const { aside } = useJoined()
  const foreign = useLanguage() !== 'en'
  return (kind, word) => {
    const key = `${kind}.${word}` as 'status.active'
    return foreign && t.has(key) ? t(key) + aside(word) : word
  }
}
