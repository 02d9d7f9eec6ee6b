'use client'

import { clsx } from 'clsx'
import { Disc3, Inbox, type LucideIcon, Stethoscope, Upload } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'

/** The pages that there are, in order. */
const places: readonly { href: string; label: 'images' | 'shares' | 'uploads' | 'diagnostics'; icon: LucideIcon }[] = [
  { href: '/images', label: 'images', icon: Disc3 },
  { href: '/shares', label: 'shares', icon: Inbox },
  { href: '/uploads', label: 'uploads', icon: Upload },
  { href: '/diagnostics', label: 'diagnostics', icon: Stethoscope },
]

/** At the left; a row under the top bar where the window is narrow. */
export function SideNavigation() {
  const t = useTranslations('app')
  const path = usePathname()
  return (
    <nav
      aria-label={t('mainNavigation')}
      className="shrink-0 overflow-x-auto border-hairline border-b bg-surface px-3 md:w-52 md:overflow-visible md:border-r md:border-b-0 md:py-4"
    >
      <ul className="flex gap-1 md:sticky md:top-16 md:flex-col">
        {places.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href || path.startsWith(`${href}/`) ? 'page' : undefined}
              className={clsx(
                'group flex h-10 items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-2 text-muted text-table hover:text-ink sm:px-3 md:h-8 md:rounded-control md:border-b-0 md:hover:bg-hover',
                'aria-[current=page]:border-primary aria-[current=page]:font-medium aria-[current=page]:text-ink md:aria-[current=page]:bg-hover',
              )}
            >
              <Icon size={16} aria-hidden className="hidden group-aria-[current=page]:text-primary sm:block" />
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
