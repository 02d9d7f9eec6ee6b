'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useImageName } from '@/components/images/image-name'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { Bytes } from '@/components/ui/bytes'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import { ShownName } from '@/components/ui/shown-name'
import { SkeletonLines } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { copyableImagesPath, imagePageQuery } from '@/lib/client/admin-images'
import { queueForCache } from '@/lib/client/cache'
import type { ImageView } from '@/lib/client/image-view'
import { NameFilter } from './name-filter'

/** Finds active images, and lets this node cache the chosen ones. */
export function CacheSheet({ onClose }: { onClose(): void }) {
  const t = useTranslations()
  const { project } = useSignedIn()
  const [name, setName] = useState('')
  const { data, error, refetch } = useQuery(imagePageQuery(copyableImagesPath({ name }), project.id))
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('adminCache.queueTitle')}
      lead={t('adminCache.queueLead')}
      footer={<Button onClick={onClose}>{t('action.close')}</Button>}
    >
      <div className="space-y-4">
        <NameFilter name={name} onChange={setName} />
        {error && <ProblemNotice error={error} onRetry={refetch} />}
        {!data && !error && <SkeletonLines count={4} />}
        {data?.images.length === 0 && <p className="text-muted text-table">{t('adminCache.noMatch')}</p>}
        <ul className="divide-y divide-hairline">
          {data?.images.map((image) => (
            <Candidate key={image.id} image={image} />
          ))}
        </ul>
        {data?.next && <p className="text-meta text-muted">{t('adminCache.more')}</p>}
      </div>
    </Sheet>
  )
}

function Candidate({ image }: { image: ImageView }) {
  const t = useTranslations('adminCache')
  const name = useImageName()(image)
  const client = useQueryClient()
  const queue = useMutation({
    mutationFn: () => queueForCache(image.id),
    onSuccess: () => toast.success(t('isQueuedNow', { name })),
    onSettled: () => client.invalidateQueries({ queryKey: ['cache'] }),
  })
  return (
    <li className="py-2">
      <div className="flex items-center justify-between gap-3">
        <div className="min-w-0 text-table">
          <p className="font-medium wrap-anywhere">
            <ShownName name={name} />
          </p>
          <p className="truncate text-meta text-muted">
            {image.size !== null && <Bytes value={image.size} />} <code className="font-mono">{image.id}</code>
          </p>
        </div>
        <Button
          size="small"
          disabled={queue.isPending || queue.isSuccess}
          aria-label={t('queueName', { name })}
          onClick={() => queue.mutate()}
        >
          {t('queueOne')}
        </Button>
      </div>
      {queue.error && <ProblemNotice error={queue.error} />}
    </li>
  )
}
