'use client'

import { useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { useLanguage } from '@/components/ui/use-language'
import { forgetLocale, type locales } from '@/lib/client/locale'
import { lastUser, newcomersLanguage } from '@/lib/client/remembered'
import { lookOnArrival, type Settings, writeSettings } from '@/lib/client/settings'
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
  const change = (changes: Partial<Settings>) => {
    const changed = { ...settings, ...changes }
    writeSettings(user.id, changed)
    setSettings(changed)
  }
  useArrival(settings, change)
  return <SettingsContext value={{ settings, change }}>{children}</SettingsContext>
}

/** The settings of the person who is signed in. */
export function useSettings(): Chosen {
  const chosen = useContext(SettingsContext)
  if (!chosen) throw new Error('There are no settings outside the shell')
  return chosen
}

/** Theme and language are the browser's, for the sign-in page too; somebody else who signs in brings their own. */
function useArrival(settings: Settings, change: Chosen['change']) {
  const { user } = useSignedIn()
  const router = useRouter()
  const { setTheme } = useTheme()
  const locale = useLanguage()
  const chooseLocale = useChooseLocale()
  const arrived = useRef(false)
  useEffect(() => {
    if (arrived.current) return
    arrived.current = true
    const chosen = newcomersLanguage.read()
    const look = lookOnArrival(settings, { lastUser: lastUser.read(), userId: user.id, newcomersLanguage: chosen })
    lastUser.write(user.id)
    newcomersLanguage.write('')
    if (chosen) change({ language: chosen })
    if (!look) return
    setTheme(look.theme)
    if (look.language === undefined) {
      forgetLocale()
      router.refresh()
    } else if (look.language !== locale) chooseLocale(look.language)
  }, [user.id, settings, change, locale, router, setTheme, chooseLocale])
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
