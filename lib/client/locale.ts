export const locales = ['en', 'zh'] as const
export type Locale = (typeof locales)[number]

export const localeNames: Record<Locale, string> = { en: 'English', zh: '简体中文' }
export const localeCookie = 'vitrine-language'
export const timeZoneCookie = 'vitrine-time-zone'

/** The person's choice, else the first language of `Accept-Language` that there is, else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/)
      return { language: tag.toLowerCase().split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .sort((a, b) => b.quality - a.quality)
  const candidates = [chosen, ...wanted.map(({ language }) => language)]
  return candidates.map((name) => locales.find((locale) => locale === name)).find(Boolean) ?? 'en'
}

/** The zone of the cookie if the platform knows it; UTC otherwise. */
export function knownTimeZone(zone: string | undefined): string {
  try {
    return zone ? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone : 'UTC'
  } catch {
    return 'UTC'
  }
}

/** Speaks the browser's own language from now on. */
export function forgetLocale() {
  // biome-ignore lint/suspicious/noDocumentCookie: as below
  document.cookie = `${localeCookie}=; path=/; max-age=0; samesite=lax`
}

/** Remembers a choice for a year. */
export function rememberInCookie(name: string, value: string) {
  // The Cookie Store API is missing in Firefox and on plain HTTP.
  // biome-ignore lint/suspicious/noDocumentCookie: see above
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`
}
