'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { asksForCount, CountCheck } from '../count-check'
import type { ChosenImage } from '../use-selection'
import { NameList } from './name-list'

interface Props {
  images: readonly ChosenImage[]
  onClose(): void
  onDelete(images: readonly ChosenImage[], unprotect: boolean): void
}

/** Names what will go and asks; protected images stay unless the person says otherwise. */
export function BulkDeleteDialog({ images, onClose, onDelete }: Props) {
  const t = useTranslations()
  const [unprotect, setUnprotect] = useState(false)
  const [typed, setTyped] = useState('')
  const kept = images.filter((image) => image.protected)
  const going = unprotect ? images : images.filter((image) => !image.protected)
  const seen = going.filter(({ visibility }) => visibility !== 'private').length
  const grave = asksForCount(going)
  const sure = going.length > 0 && (!grave || typed.trim() === String(going.length))
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('bulk.deleteTitle', { count: going.length })}
      cancelLabel={t('action.cancel')}
      actions={
        <Button variant="danger" disabled={!sure} onClick={() => onDelete(going, unprotect)}>
          {t('bulk.deleteConfirm', { count: going.length })}
        </Button>
      }
    >
      <p>{t('delete.text', { count: going.length })}</p>
      <NameList label={t('bulk.names')} images={going} />
      {kept.length > 0 && (
        <div className="space-y-1">
          <p className="text-attention">{t('bulk.kept', { count: kept.length })}</p>
          {!unprotect && <NameList label={t('bulk.keptNames')} images={kept} />}
          <Checkbox
            label={t('bulk.unprotectFirst', { count: kept.length })}
            checked={unprotect}
            onChange={({ target }) => setUnprotect(target.checked)}
          />
        </div>
      )}
      {seen > 0 && <p className="text-attention">{t('bulk.seen', { count: seen })}</p>}
      {grave && <CountCheck count={going.length} text={typed} onChange={setTyped} />}
    </ConfirmDialog>
  )
}
