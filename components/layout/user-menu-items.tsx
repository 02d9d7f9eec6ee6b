'use client'

import { Menu } from '@base-ui/react/menu'
import { CircleUserRound, Copy, Download, LogOut } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { iconButtonClass } from '@/components/ui/icon-button'
import { MenuChoice, MenuItem, MenuPopup, MenuSeparator, MenuSwitch } from '@/components/ui/menu'
import { ShownName } from '@/components/ui/shown-name'
import { useCopyText } from '@/components/ui/use-copy-text'
import { useJoined } from '@/components/ui/use-joined'
import { useLanguage } from '@/components/ui/use-language'
import { useOpenedAtOnce } from '@/components/ui/use-opened-at-once'
import { leaveBy } from '@/lib/client/leaving'
import { localeNames, locales } from '@/lib/client/locale'
import { densities } from '@/lib/client/settings'
import { RegionNote } from './region-note'
import { useSignedIn } from './session'
import { useLook, useSettings } from './settings'
import { useClientFiles } from './use-client-files'

/** What belongs to the person; opens as soon as it is there. */
export function UserMenuItems() {
  const t = useTranslations('user')
  const { aside } = useJoined()
  const projectText = useTranslations('project')
  const { user, project, way } = useSignedIn()
  const { settings, change } = useSettings()
  const { theme, chooseTheme, chooseLanguage } = useLook()
  const save = useClientFiles()
  const copy = useCopyText()
  const locale = useLanguage()
  const themes = [
    { value: 'light', label: t('themeLight') },
    { value: 'dark', label: t('themeDark') },
    { value: 'system', label: t('themeSystem') },
  ]
  const button = useRef<HTMLButtonElement>(null)
  useOpenedAtOnce(button)
  return (
    <Menu.Root>
      <Menu.Trigger ref={button} aria-label={t('menu', { name: user.name })} className={iconButtonClass}>
        <CircleUserRound size={18} aria-hidden />
      </Menu.Trigger>
      <MenuPopup className="w-60">
        <div className="px-2 py-1.5">
          <p className="text-meta text-muted">{t('signedInAs')}</p>
          <p className="truncate font-medium text-table">
            <ShownName name={user.name} />
            <span className="font-normal text-muted">{aside(user.domain)}</span>
          </p>
          {way.kind === 'applicationCredential' && (
            <p className="text-meta text-muted">{projectText('fixedNote', { credential: way.name })}</p>
          )}
        </div>
        <MenuSeparator />
        <RegionNote />
        <MenuChoice
          label={t('language')}
          value={locale}
          choices={locales.map((value) => ({ value, label: localeNames[value] }))}
          onChoose={chooseLanguage}
        />
        <MenuChoice label={t('theme')} value={theme} choices={themes} onChoose={chooseTheme} />
        <MenuChoice
          label={t('density')}
          value={settings.density}
          choices={densities.map((value) => ({ value, label: t(`densities.${value}`) }))}
          onChoose={(density) => change({ density })}
        />
        <MenuSeparator />
        <MenuSwitch checked={settings.keys} onChange={(keys) => change({ keys })}>
          {t('keys')}
        </MenuSwitch>
        <MenuSeparator />
        <MenuItem onClick={() => copy(project.id)}>
          <Copy size={16} aria-hidden />
          {t('projectId')}
        </MenuItem>
        <MenuItem onClick={() => save('openrc')}>
          <Download size={16} aria-hidden />
          {t('openrc')}
        </MenuItem>
        <MenuItem onClick={() => save('clouds')}>
          <Download size={16} aria-hidden />
          {t('clouds')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onClick={() => leaveBy(() => void signOut({ callbackUrl: '/login' }))}>
          <LogOut size={16} aria-hidden />
          {t('signOut')}
        </MenuItem>
      </MenuPopup>
    </Menu.Root>
  )
}
