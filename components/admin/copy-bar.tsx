'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { useImageName } from '@/components/images/image-name'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { RefusableButton } from '@/components/ui/refusable-button'
import { ShownName } from '@/components/ui/shown-name'
import { type ImageView, storesOf } from '@/lib/client/image-view'
import { copyToStore, storesToCome } from '@/lib/client/stores'
import type { StoreOverviewView } from '@/lib/contract/store-overview'
import { useAdminRefusal } from './use-admin-refusal'

interface Props {
  chosen: readonly ImageView[]
  stores: readonly StoreOverviewView[]
  onDone(): void
}

/** What came of one image. */
interface Outcome {
  image: ImageView
  error: Error | null
}

/** Copies the chosen images to one store, and says of each that could not be copied why. */
export function CopyBar({ chosen, stores, onDone }: Props) {
  const t = useTranslations('adminStores')
  const targets = stores.filter(({ read_only }) => !read_only)
  const [target, setTarget] = useState('')
  const id = useId()
  const forbidden = useAdminRefusal('copy_image')
  const copy = useCopy(target, onDone)
  const lacking = chosen.filter((image) => ![...storesOf(image), ...storesToCome(image)].includes(target))
  const nothing = reasonOf({ chosen, target, lacking })
  return (
    <div className="mb-3 space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <p aria-live="polite" className="text-table tabular-nums">
          {t('chosen', { count: chosen.length })}
        </p>
        <select
          aria-label={t('target')}
          value={target}
          onChange={(event) => setTarget(event.target.value)}
          className={`${controlClass} max-w-60`}
        >
          <option value="">{t('chooseTarget')}</option>
          {targets.map(({ id }) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </select>
        {nothing && !forbidden ? (
          <>
            <Button disabled aria-describedby={id}>
              {t('copy', { count: 0 })}
            </Button>
            <p id={id} className="text-muted text-table">
              {t(`nothing.${nothing}`, { count: chosen.length, store: target })}
            </p>
          </>
        ) : (
          <RefusableButton refusal={forbidden} onClick={() => copy.mutate(lacking)}>
            {copy.isPending ? t('beginning') : t('copy', { count: lacking.length })}
          </RefusableButton>
        )}
      </div>
      {copy.data && <Outcomes outcomes={copy.data} onRetry={copy.mutate} />}
    </div>
  )
}

/** Why there is nothing to copy; null where there is something. */
function reasonOf({ chosen, target, lacking }: Pick<Props, 'chosen'> & { target: string; lacking: readonly ImageView[] }) {
  if (chosen.length === 0) return 'chosen'
  if (target === '') return 'target'
  return lacking.length === 0 ? 'there' : null
}

function useCopy(target: string, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    async mutationFn(images: readonly ImageView[]) {
      const outcomes: Outcome[] = []
      for (const image of images) {
        const error = await copyToStore(image.id, target).then(
          () => null,
          (failure: Error) => failure,
        )
        outcomes.push({ image, error })
      }
      return outcomes
    },
    onSuccess: onDone,
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['images'] }), client.invalidateQueries({ queryKey: ['stores'] })]),
  })
}

function Outcomes({ outcomes, onRetry }: { outcomes: readonly Outcome[]; onRetry(images: ImageView[]): void }) {
  const t = useTranslations('adminStores')
  const nameOf = useImageName()
  const failed = outcomes.filter(({ error }) => error !== null)
  const begun = outcomes.length - failed.length
  return (
    <Notice
      role="status"
      tone={failed.length > 0 ? 'failed' : 'ok'}
      title={t('begun', { count: begun })}
      actions={
        failed.length > 0 && (
          <Button size="small" onClick={() => onRetry(failed.map(({ image }) => image))}>
            {t('retryFailed', { count: failed.length })}
          </Button>
        )
      }
    >
      {begun > 0 && (
        <p>
          <Link href="/admin/tasks" className="text-primary underline underline-offset-2">
            {t('followTasks')}
          </Link>
        </p>
      )}
      {failed.length > 0 && (
        <ul className="list-disc pl-4">
          {failed.map(({ image, error }) => (
            <li key={image.id} className="wrap-anywhere">
              <ShownName name={nameOf(image)} />: {error?.message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
