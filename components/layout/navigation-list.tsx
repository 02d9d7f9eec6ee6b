'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { type Place, usePlaces } from './places'

/** Every page that the person may use, and which of them this is. */
export function NavigationList({ onChosen }: { onChosen?: () => void }) {
  const t = useTranslations('app')
  const { places, administration } = usePlaces()
  const id = useId()
  return (
    <>
      <Links places={places} onChosen={onChosen} />
      {administration.length > 0 && (
        <>
          <p id={id} className="mt-6 mb-1 px-3 font-medium md:px-2 text-meta text-muted">
            {t('administration')}
          </p>
          <Links places={administration} labelledBy={id} onChosen={onChosen} />
        </>
      )}
    </>
  )
}

interface LinksProps {
  places: readonly Place[]
  labelledBy?: string
  onChosen: (() => void) | undefined
}

function Links({ places, labelledBy, onChosen }: LinksProps) {
  const t = useTranslations('app')
  const path = usePathname()
  return (
    <ul aria-labelledby={labelledBy} className="flex flex-col gap-1">
      {places.map(({ href, label, icon: Icon }) => (
        <li key={href}>
          <Link
            href={href}
            onClick={onChosen}
            aria-current={path === href || path.startsWith(`${href}/`) ? 'page' : undefined}
            className="group flex min-h-10 items-center gap-2 rounded-control px-3 text-muted md:px-2 text-table hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink md:min-h-8"
          >
            <Icon size={16} aria-hidden className="shrink-0 group-aria-[current=page]:text-primary" />
            {t(label)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
