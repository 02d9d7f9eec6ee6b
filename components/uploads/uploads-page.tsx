'use client'

import { clsx } from 'clsx'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useRefusal } from '@/components/layout/use-refusal'
import { RefusableButton } from '@/components/ui/refusable-button'
import { ClearFinished } from './clear-finished'
import { DropZone } from './drop-zone'
import { useUploadList, useUploads } from './upload-provider'
import { UploadRows } from './upload-rows'
import { useFocusAfterRemoval } from './use-focus-after-removal'

/** The queue as a page. */
export function UploadsPage() {
  const t = useTranslations('uploads')
  const uploads = useUploadList()
  const { choose } = useUploads()
  const list = useRef<HTMLUListElement>(null)
  const heldRow = useFocusAfterRemoval(list, uploads.length)
  const refusal = useRefusal('add_image')
  return (
    <div className={clsx(uploads.length > 0 && 'max-w-180')}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          uploads.length > 0 && (
            <>
              <ClearFinished />
              <RefusableButton refusal={refusal} variant="primary" onClick={() => choose()}>
                <Plus size={16} aria-hidden />
                {t('add')}
              </RefusableButton>
            </>
          )
        }
      />
      {uploads.length === 0 ? (
        <DropZone title={t('empty')} text={t('emptyText')} touchText={t('emptyTouch')} />
      ) : (
        <UploadRows list={list} heldRow={heldRow} className="rounded-card border border-hairline bg-surface" />
      )}
    </div>
  )
}
