'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { isRunning, nameOf, type Upload } from '@/lib/client/uploads/upload'
import { useUploads } from './upload-provider'

interface Props {
  upload: Upload
  open: boolean
  onOpenChange(open: boolean): void
}

/** Asks once: discard what was sent, or keep it for later. */
export function CancelDialog({ upload, open, onOpenChange }: Props) {
  const t = useTranslations('uploads')
  const { queue } = useUploads()
  const running = isRunning(upload)
  const finish = (act: (id: string) => void) => () => {
    onOpenChange(false)
    act(upload.id)
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('cancelTitle', { name: nameOf(upload) })}
      cancelLabel={t(running ? 'goOn' : 'keep')}
      actions={
        <>
          {running && <Button onClick={finish(queue.pause)}>{t('keep')}</Button>}
          <Button variant="danger" onClick={finish(queue.discard)}>
            {t('discardBoth')}
          </Button>
        </>
      }
    >
      <p>{t(running ? 'cancelText' : 'cancelRestText')}</p>
    </ConfirmDialog>
  )
}
