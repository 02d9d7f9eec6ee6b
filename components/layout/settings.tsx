'use client'

import { useTheme } from 'next-themes'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useLocale } from 'use-intl'
import { locales } from '@/lib/client/locale'
import { lastUser } from '@/lib/client/remembered'
import { type Settings, writeSettings } from '@/lib/client/settings'
import { useChooseLocale } from './language-choice'
import { useSignedIn } from './session'

interface Chosen {
  settings: Settings
  change(changes: Partial<Settings>): void
}

const SettingsContext = createContext<Chosen | null>(null)

/** Gives the pages of the shell how this person wants them. */
export function SettingsProvider({ initial, children }: { initial: Settings; children: ReactNode }) {
  const { user } = useSignedIn()
  const [settings, setSettings] = useState(initial)
  useTakeOver(settings)
  const change = (changes: Partial<Settings>) => {
    const changed = { ...settings, ...changes }
    writeSettings(user.id, changed)
    setSettings(changed)
  }
  return <SettingsContext value={{ settings, change }}>{children}</SettingsContext>
}

/** The settings of the person who is signed in. */
export function useSettings(): Chosen {
  const chosen = useContext(SettingsContext)
  if (!chosen) throw new Error('There are no settings outside the shell')
  return chosen
}

/** Theme and language are the browser's, for the sign-in page too; somebody else who signs in brings their own. */
function useTakeOver({ theme, language }: Settings) {
  const { user } = useSignedIn()
  const { setTheme } = useTheme()
  const locale = useLocale()
  const chooseLocale = useChooseLocale()
  useEffect(() => {
    if (lastUser.read() === user.id) return
    lastUser.write(user.id)
    if (theme) setTheme(theme)
    const known = locales.find((name) => name === language)
    if (known && known !== locale) chooseLocale(known)
  }, [user.id, theme, language, locale, setTheme, chooseLocale])
}

/** Theme and language as choices that are kept for the person too. */
export function useLook() {
  const { change } = useSettings()
  const { theme = 'system', setTheme } = useTheme()
  const chooseLocale = useChooseLocale()
  return {
    theme,
    chooseTheme(value: string) {
      setTheme(value)
      change({ theme: value })
    },
    chooseLanguage(value: (typeof locales)[number]) {
      chooseLocale(value)
      change({ language: value })
    },
  }
}
