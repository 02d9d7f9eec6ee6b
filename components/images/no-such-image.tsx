'use client'

import { useTranslations } from 'use-intl'
import { NotThere } from '@/components/layout/not-there'
import { useSignedIn } from '@/components/layout/session'
import { requestIdOf } from '@/lib/client/api'
import type { Problem } from '@/lib/contract/problem'
import { useLastList } from './use-last-list'

/** What stands on the pages of an image that does not exist, or that the project cannot see. */
export function NoSuchImage({ imageId, error }: { imageId: string; error: Problem }) {
  const t = useTranslations()
  const { project } = useSignedIn()
  return (
    <NotThere
      title={t('image.notFoundTitle')}
      text={t('image.notFoundText', { project: project.name })}
      back={{ href: useLastList(), label: t('action.back') }}
      about={{ request: requestIdOf(error), image: imageId }}
    />
  )
}
