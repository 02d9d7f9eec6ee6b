'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { ShownName } from '@/components/ui/shown-name'
import { nameText } from '@/lib/client/name-text'

/** An image by its name, with its id below where there is room. */
export function ImageLink({ id, name }: { id: string; name: string | null | undefined }) {
  const t = useTranslations('images')
  return (
    <div className="min-w-0">
      <Link
        href={`/images/${id}`}
        title={name ? nameText(name) : undefined}
        className={clsx(
          'target-line line-clamp-2 w-fit rounded-control font-medium leading-5 hover:underline',
          name ? 'text-ink' : 'text-muted',
        )}
      >
        {name ? <ShownName name={name} /> : t('noName')}
      </Link>
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
