'use client'

import { CircleUserRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { iconButtonClass } from '@/components/ui/icon-button'
import { useSignedIn } from './session'

const load = () => import('./user-menu-items')
const UserMenuItems = lazy(async () => ({ default: (await load()).UserMenuItems }))

/** The way to what belongs to the person; loaded when it is first wanted. */
export function UserMenu() {
  const t = useTranslations('user')
  const { user } = useSignedIn()
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={t('menu', { name: user.name })}
      className={iconButtonClass}
      onPointerEnter={load}
      onClick={() => setWanted(true)}
    >
      <CircleUserRound size={18} aria-hidden />
    </button>
  )
  return wanted ? (
    <Suspense fallback={button}>
      <UserMenuItems />
    </Suspense>
  ) : (
    button
  )
}
