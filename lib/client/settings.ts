import { type Locale, locales, rememberInCookie } from './locale'

export const densities = ['compact', 'comfortable', 'roomy'] as const
export type Density = (typeof densities)[number]

/** How somebody wants the dashboard; theme and language as long as they were chosen. */
export interface Settings {
  density: Density
  /** Whether single letters act. */
  keys: boolean
  theme?: string | undefined
  language?: string | undefined
}

/** The cookie in which a person's settings are kept: the server renders by it, so that nothing jumps. */
export function settingsCookie(userId: string): string {
  return `vitrine-settings-${userId.replace(/[^\w-]/g, '_')}`
}

/** The settings of a cookie; what it does not say is as nobody has chosen. */
export function readSettings(cookie: string | undefined): Settings {
  const said = new URLSearchParams(cookie ?? '')
  return {
    density: densities.find((name) => name === said.get('density')) ?? 'comfortable',
    keys: said.get('keys') !== 'off',
    theme: said.get('theme') ?? undefined,
    language: said.get('language') ?? undefined,
  }
}

/** Keeps the settings in this browser. */
export function writeSettings(userId: string, settings: Settings) {
  const { density, keys, theme, language } = settings
  const said = new URLSearchParams({ density, keys: keys ? 'on' : 'off', ...(theme && { theme }), ...(language && { language }) })
  rememberInCookie(settingsCookie(userId), said.toString())
}

interface Arrival {
  /** Whose look the browser has; null where nobody's. */
  lastUser: string | null
  userId: string
  /** The language chosen on the sign-in page; null or empty where none was. */
  newcomersLanguage: string | null
}

/**
 * The theme and the language that the browser takes on when this person arrives; null where it keeps what it has, and no
 * language where it goes back to its own. What somebody else has chosen is never taken over.
 */
export function lookOnArrival({ theme, language }: Settings, { lastUser, userId, newcomersLanguage }: Arrival) {
  if (lastUser === null || lastUser === userId) return null
  const chosen = [newcomersLanguage, language].map((name) => locales.find((locale) => locale === name)).find(Boolean)
  return { theme: theme ?? 'system', language: chosen as Locale | undefined }
}
