'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { DropZone } from './drop-zone'
import { useUploadList, useUploads } from './upload-provider'
import { UploadRow } from './upload-row'

/** The queue as a page. */
export function UploadsPage() {
  const t = useTranslations('uploads')
  const uploads = useUploadList()
  const { choose } = useUploads()
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button variant="primary" onClick={() => choose()}>
            <Plus size={16} aria-hidden />
            {t('add')}
          </Button>
        }
      />
      {uploads.length === 0 ? (
        <DropZone title={t('empty')} text={t('emptyText')} />
      ) : (
        <ul className="max-w-180 divide-y divide-hairline rounded-card border border-hairline bg-surface">
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
    </>
  )
}
