'use client'

import { useQuery } from '@tanstack/react-query'
import {
  CircleQuestionMark,
  Copy,
  Disc3,
  Download,
  EyeOff,
  FolderGit2,
  Globe,
  Keyboard,
  Languages,
  List,
  LogOut,
  Rows3,
  SunMoon,
  Upload,
} from 'lucide-react'
import { signOut } from 'next-auth/react'
import { useTranslations } from 'use-intl'
import { usePlaces } from '@/components/layout/places'
import { useSignedIn } from '@/components/layout/session'
import { useLook, useSettings } from '@/components/layout/settings'
import { useChooseProject } from '@/components/layout/use-choose-project'
import { useClientFiles } from '@/components/layout/use-client-files'
import { useGo } from '@/components/layout/use-go'
import { useCopyText } from '@/components/ui/use-copy-text'
import { useUploads } from '@/components/uploads/upload-provider'
import { foundImagesQuery } from '@/lib/client/found-images'
import { projectsQuery } from '@/lib/client/image-queries'
import { leaveBy } from '@/lib/client/leaving'
import { localeNames, locales } from '@/lib/client/locale'
import { nameText } from '@/lib/client/name-text'
import { densities } from '@/lib/client/settings'
import type { Command } from './command'

/** Every page that the person may use. */
export function usePageCommands(): Command[] {
  const t = useTranslations('app')
  const go = useGo()
  const { places, administration } = usePlaces()
  return [...places, ...administration].map(({ href, label, icon }) => ({
    ...{ id: href, label: t(label), icon, run: () => go(href) },
    hint: administration.some((place) => place.href === href) ? t('administration') : undefined,
  }))
}

/** What can be done anywhere. */
export function useActionCommands(onHelp: () => void): Command[] {
  const t = useTranslations()
  const { choose } = useUploads()
  const go = useGo()
  const save = useClientFiles()
  return [
    { id: 'upload', label: t('commands.upload'), icon: Upload, run: () => void choose() },
    { id: 'url', label: t('firstRun.url'), icon: Globe, run: () => go('/images/new?from=url') },
    { id: 'help', label: t('commands.help'), icon: CircleQuestionMark, run: onHelp },
    { id: 'openrc', label: t('user.openrc'), icon: Download, run: () => void save('openrc') },
    { id: 'clouds', label: t('user.clouds'), icon: Download, run: () => void save('clouds') },
    ...useSettingCommands(),
    {
      id: 'sign-out',
      label: t('commands.signOut'),
      icon: LogOut,
      run: () => leaveBy(() => void signOut({ callbackUrl: '/login' })),
    },
  ]
}

function useSettingCommands(): Command[] {
  const t = useTranslations()
  const { settings, change } = useSettings()
  const { chooseTheme, chooseLanguage } = useLook()
  const themes = { light: t('user.themeLight'), dark: t('user.themeDark'), system: t('user.themeSystem') }
  const set = (what: string, value: string) => t('commands.set', { what, value })
  return [
    ...Object.entries(themes).map(([theme, name]) => ({
      ...{ id: `theme-${theme}`, label: set(t('user.theme'), name), icon: SunMoon, run: () => chooseTheme(theme) },
    })),
    ...locales.map((locale) => ({
      ...{ id: `language-${locale}`, label: set(t('user.language'), localeNames[locale]), icon: Languages },
      run: () => chooseLanguage(locale),
    })),
    ...densities.map((density) => ({
      ...{ id: `density-${density}`, label: set(t('user.density'), t(`user.densities.${density}`)), icon: Rows3 },
      run: () => change({ density }),
    })),
    {
      ...{ id: 'keys', label: t(settings.keys ? 'commands.keysOff' : 'commands.keysOn'), icon: Keyboard },
      run: () => change({ keys: !settings.keys }),
    },
  ]
}

/** The id of the project, and the other projects of the person. */
export function useProjectCommands(): Command[] {
  const t = useTranslations('commands')
  const { project, way } = useSignedIn()
  const choose = useChooseProject()
  const copy = useCopyText()
  const { data = [] } = useQuery({ ...projectsQuery, enabled: way.kind !== 'applicationCredential' })
  const others = data
    .filter(({ id }) => id !== project.id)
    .map((other) => ({
      ...{ id: `project-${other.id}`, label: t('project', { name: other.name }), icon: FolderGit2, hint: other.domain },
      run: () => choose(other),
    }))
  const own = {
    ...{ id: 'project-id', label: t('projectId', { name: project.name }), icon: Copy, hint: project.id, keywords: 'project id' },
    run: () => void copy(project.id),
  }
  return [own, ...others]
}

/** Images of that name or id, and the list of all of that name. */
export function useImageSearchCommands(text: string) {
  const t = useTranslations()
  const go = useGo()
  const { project } = useSignedIn()
  const { data = [], isFetching, error } = useQuery(foundImagesQuery(text, project.id))
  const images = data.map(
    ({ id, name, os_hidden: hidden }): Command => ({
      ...{ id, label: name ? nameText(name) : t('images.noName'), run: () => go(`/images/${id}`) },
      ...(hidden ? { icon: EyeOff, hint: t('commands.hiddenImage', { id }) } : { icon: Disc3, hint: id }),
    }),
  )
  const list = {
    ...{ id: 'list', label: t('commands.inList', { text }), icon: List },
    run: () => go(`/images?${new URLSearchParams({ tab: 'all', name: text })}`),
  }
  // The list knows whole names only.
  const isName = data.some(({ name, os_hidden }) => name === text && !os_hidden)
  return { commands: isName ? [...images, list] : images, isFetching, error }
}
