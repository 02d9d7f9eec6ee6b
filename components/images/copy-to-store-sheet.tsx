'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ServerWords } from '@/components/ui/server-words'
import { Sheet } from '@/components/ui/sheet'
import { SheetCancel } from '@/components/ui/sheet-cancel'
import { SkeletonLines } from '@/components/ui/skeleton'
import { askedOf, imageTasksQuery } from '@/lib/client/image-activity'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { copyToStores, storeChoicesQuery } from '@/lib/client/store-choices'
import { storesToCome } from '@/lib/client/stores'
import { useImageName } from './image-name'
import { StoreRow } from './store-row'

interface Props {
  image: ImageView
  onClose(): void
}

/** The stores that have the data, those that are getting them, and those to which they can be copied. */
export function CopyToStoreSheet({ image, onClose }: Props) {
  const t = useTranslations()
  const name = useImageName()(image)
  const client = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { data: stores, error, refetch } = useQuery(storeChoicesQuery)
  const copy = useMutation({
    mutationFn: () => copyToStores(image.id, chosen),
    onSuccess: () => setChosen([]),
    onSettled: () => client.invalidateQueries({ queryKey: imageQueries.all }),
  })
  const busy = storesToCome(image).length > 0
  const toggle = (id: string) => setChosen((now) => (now.includes(id) ? now.filter((other) => other !== id) : [...now, id]))
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('storeCopy.title', { name })}
      lead={t('storeCopy.lead')}
      unsaved={chosen.length > 0}
      footer={
        <>
          <SheetCancel label={t('action.close')} />
          <Button variant="primary" disabled={chosen.length === 0 || busy || copy.isPending} onClick={() => copy.mutate()}>
            {t(busy ? 'storeCopy.busy' : 'storeCopy.start', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {copy.error && <ProblemNotice error={copy.error} />}
        {error && <ProblemNotice error={error} onRetry={refetch} />}
        <LastFailure image={image} />
        {stores ? (
          <ul aria-label={t('storeCopy.stores')} className="divide-y divide-hairline rounded-card border border-hairline">
            {stores.map((store) => (
              <StoreRow
                key={store.id}
                store={store}
                image={image}
                chosen={chosen.includes(store.id)}
                onToggle={() => toggle(store.id)}
              />
            ))}
          </ul>
        ) : (
          !error && <SkeletonLines count={5} />
        )}
      </div>
    </Sheet>
  )
}

/** Why the last copy failed; nothing once another one has begun. */
function LastFailure({ image }: { image: ImageView }) {
  const t = useTranslations('storeCopy')
  const { project } = useSignedIn()
  const { data: tasks = [] } = useQuery(imageTasksQuery(image.id, project.id))
  const [last] = tasks
    .filter((task) => askedOf(task).method === 'copy-image')
    .sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at))
  if (last?.status !== 'failure') return null
  return (
    <Notice tone="failed" role="alert" title={t('failed')}>
      <p className="wrap-anywhere">
        <ServerWords sentence={last.message} />
      </p>
    </Notice>
  )
}
