import { cookies, headers } from 'next/headers'
import { chooseLocale, knownTimeZone, type Locale, localeCookie, timeZoneCookie } from '@/lib/client/locale'
import type { Messages } from '@/lib/client/messages'
import en from '@/lib/client/messages/en.json'
import zh from '@/lib/client/messages/zh.json'

const messages: Record<Locale, Messages> = { en, zh }

/** The language and time zone in which the page that is being rendered speaks. */
export async function pageLanguage() {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const locale = chooseLocale(jar.get(localeCookie)?.value, head.get('accept-language'))
  return { locale, messages: messages[locale], timeZone: knownTimeZone(jar.get(timeZoneCookie)?.value) }
}
