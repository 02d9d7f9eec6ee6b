'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { useUploadList, useUploads } from './upload-provider'

/** Takes the rows off the list that are done; only there while some are. */
export function ClearFinished({ size = 'normal' }: { size?: 'small' | 'normal' }) {
  const t = useTranslations('uploads')
  const { queue } = useUploads()
  if (!useUploadList().some(({ stage }) => stage === 'active')) return null
  return (
    <Button size={size} variant={size === 'small' ? 'quiet' : 'secondary'} onClick={() => queue.forgetFinished()}>
      {t('clearFinished')}
    </Button>
  )
}
