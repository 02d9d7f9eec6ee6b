import compile from 'icu-minify/compile'
import { cookies, headers } from 'next/headers'
import { chooseLocale, knownTimeZone, type Locale, localeCookie, timeZoneCookie, writtenLocale } from '@/lib/client/locale'
import type { Messages } from '@/lib/client/messages'
import en from '@/lib/client/messages/en.json'
import zh from '@/lib/client/messages/zh.json'

const messages: Record<Locale, Messages> = { en: compiled(en), zh: compiled(zh) }

/** The messages as the pages' formatter takes them (lib/client/format-message.ts). */
function compiled<T>(tree: T): T {
  // Copied, because what goes to the browser has to be of plain objects.
  if (typeof tree === 'string') return structuredClone(compile(tree)) as T
  return Object.fromEntries(Object.entries(tree as object).map(([name, part]) => [name, compiled(part)])) as T
}

/** The language and time zone in which the page that is being rendered speaks, and the region whose dates and numbers it has. */
export async function pageLanguage() {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const accepted = head.get('accept-language')
  const language = chooseLocale(jar.get(localeCookie)?.value, accepted)
  const locale = writtenLocale(language, accepted)
  return { locale, messages: messages[language], timeZone: knownTimeZone(jar.get(timeZoneCookie)?.value) }
}
