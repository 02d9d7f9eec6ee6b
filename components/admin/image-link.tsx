'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ShownName } from '@/components/ui/shown-name'
import { nameText } from '@/lib/client/name-text'

interface Props {
  id: string
  name: string | null | undefined
  /** The image is no longer there. */
  gone?: boolean
  /** What stands beside the name. */
  children?: ReactNode
}

/** An image by its name, with its id below where there is room. */
export function ImageLink({ id, name, gone = false, children }: Props) {
  const t = useTranslations('images')
  return (
    <div className="min-w-0">
      <div className="flex min-w-0 items-center gap-1.5">
        <Link
          href={`/images/${id}`}
          title={name ? nameText(name) : undefined}
          className={clsx(
            'target-line line-clamp-2 w-fit rounded-control font-medium leading-5 hover:underline',
            name && !gone ? 'text-ink' : 'text-muted',
            gone && 'line-through',
          )}
        >
          {name ? <ShownName name={name} /> : t('noName')}
        </Link>
        {children}
      </div>
      <code title={id} className="hidden truncate font-mono text-meta text-muted sm:block sm:compact:hidden">
        {id}
      </code>
    </div>
  )
}

/** An image that is no longer there, by what is left of it. */
export function GoneImage({ id }: { id: string }) {
  const t = useTranslations('adminTasks')
  return (
    <>
      <span className="text-muted">{t('imageGone')}</span>
      <code title={id} className="block truncate font-mono text-meta text-muted">
        {id}
      </code>
    </>
  )
}
