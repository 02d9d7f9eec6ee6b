export const locales = ['en', 'zh'] as const
export type Locale = (typeof locales)[number]

export const localeNames: Record<Locale, string> = { en: 'English', zh: '简体中文' }
export const localeCookie = 'vitrine-language'
export const timeZoneCookie = 'vitrine-time-zone'

/** A language with the region whose way of writing dates and numbers the page keeps to. */
export type WrittenLocale = Locale | `en-${string}`

/** The person's choice, else the first language of `Accept-Language` that there is, else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const candidates = [chosen, ...wantedTags(acceptLanguage).map((tag) => tag.toLowerCase().split('-')[0])]
  return candidates.map((name) => locales.find((locale) => locale === name)).find(Boolean) ?? 'en'
}

/** English as it is written in the first region of `Accept-Language` that has it, else in America; any other language as it is. */
export function writtenLocale(language: Locale, acceptLanguage: string | null): WrittenLocale {
  if (language !== 'en') return language
  return `en-${wantedTags(acceptLanguage).map(regionOfEnglish).find(Boolean) ?? 'US'}`
}

export function languageOf(locale: WrittenLocale): Locale {
  return locale === 'zh' ? 'zh' : 'en'
}

/** The language tags of `Accept-Language`, the best first. */
function wantedTags(acceptLanguage: string | null): string[] {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', quality] = part.trim().split(/;\s*q=/)
    return { tag, quality: quality === undefined ? 1 : Number(quality) }
  })
  return wanted.sort((a, b) => b.quality - a.quality).map(({ tag }) => tag)
}

function regionOfEnglish(tag: string): string | undefined {
  try {
    const { language, region } = new Intl.Locale(tag)
    return language === 'en' ? region : undefined
  } catch {
    return undefined
  }
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
