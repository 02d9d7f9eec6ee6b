import { rememberInCookie } from './locale'

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
