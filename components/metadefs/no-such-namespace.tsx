'use client'

import { useTranslations } from 'use-intl'
import { NotThere } from '@/components/layout/not-there'
import { useSignedIn } from '@/components/layout/session'
import { requestIdOf } from '@/lib/client/api'
import type { Problem } from '@/lib/contract/problem'

/** What stands on the page of a namespace that does not exist, or that the project cannot see. */
export function NoSuchNamespace({ error }: { error: Problem }) {
  const t = useTranslations('metadefs')
  const { project } = useSignedIn()
  return (
    <NotThere
      title={t('notFoundTitle')}
      text={t('notFoundText', { project: project.name })}
      back={{ href: '/metadefs', label: t('back') }}
      about={{ request: requestIdOf(error) }}
    />
  )
}
