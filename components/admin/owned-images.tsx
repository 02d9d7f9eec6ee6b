'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ShownName } from '@/components/ui/shown-name'
import type { IdentityThing } from '@/lib/client/identity'
import { ownedImagesQuery } from '@/lib/client/owned-images'

const linkClass = 'text-primary underline underline-offset-2'

const imagesOf = (id: string, hidden: boolean) => `/admin/images?project=${encodeURIComponent(id)}${hidden ? '&hidden=true' : ''}`

/** How many images a project owns, and where they are. */
export function OwnedImages({ project: { id } }: { project: IdentityThing }) {
  const t = useTranslations('adminIdentity')
  const { project } = useSignedIn()
  const { data, error, refetch } = useQuery(ownedImagesQuery(id, project.id))
  if (error) return <ProblemNotice error={error} onRetry={refetch} />
  if (!data) return <p role="status">{t('owned.counting')}</p>
  const { shown, hidden, more } = data
  const count = shown + hidden
  return (
    <div role="status" className="space-y-2">
      <p>{t(more ? 'owned.many' : 'owned.count', { count })}</p>
      {count > 0 && <p>{t('owned.stay')}</p>}
      <p className="flex flex-wrap gap-x-4 empty:hidden">
        {shown > 0 && (
          <Link href={imagesOf(id, false)} className={linkClass}>
            {t('owned.show')}
          </Link>
        )}
        {hidden > 0 && (
          <Link href={imagesOf(id, true)} className={linkClass}>
            {t('owned.showHidden')}
          </Link>
        )}
      </p>
    </div>
  )
}

/** Where the images of projects are that go with their domain. */
export function ImagesLeft({ projects }: { projects: readonly IdentityThing[] }) {
  const t = useTranslations('adminIdentity')
  return (
    <>
      <p>{t('owned.left')}</p>
      <ul className="max-h-48 space-y-1 overflow-y-auto">
        {projects.map(({ id, name }) => (
          <li key={id}>
            <Link href={imagesOf(id, false)} className={linkClass}>
              <ShownName name={name} />
            </Link>
            <code className="block break-all font-mono text-meta">{id}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
