'use client'

import { useRouter } from 'next/navigation'
import { useLanguage } from '@/components/ui/use-language'
import { type Locale, localeCookie, localeNames, locales, rememberInCookie } from '@/lib/client/locale'
import { newcomersLanguage } from '@/lib/client/remembered'

/** Speaks another language from now on, without losing what the page holds. */
export function useChooseLocale(): (locale: Locale) => void {
  const router = useRouter()
  return (locale) => {
    rememberInCookie(localeCookie, locale)
    router.refresh()
  }
}

/** The languages as plain buttons, for pages without a user menu. */
export function LanguageChoice() {
  const current = useLanguage()
  const choose = useChooseLocale()
  return (
    <div className="mt-4 flex justify-center gap-2">
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale === 'zh' ? 'zh-CN' : locale}
          aria-pressed={locale === current}
          onClick={() => {
            newcomersLanguage.write(locale)
            choose(locale)
          }}
          className="min-h-6 rounded-control px-2 text-meta text-muted aria-pressed:text-ink aria-pressed:underline"
        >
          {localeNames[locale]}
        </button>
      ))}
    </div>
  )
}
