'use client'

import { useLocale } from 'use-intl'
import { type Locale, languageOf } from '@/lib/client/locale'

/** The language of the page. `useLocale` tells the region too, for what writes dates and numbers. */
export function useLanguage(): Locale {
  return languageOf(useLocale())
}
