'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { PartKind } from '@/lib/client/metadefs/parts'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import { useMetadefWrite } from './use-metadef-write'

interface Props {
  namespace: NamespaceView
  kind: PartKind
  name: string
  onClose(): void
}

/** Asks before a part of a namespace goes. */
export function RemovePartDialog({ namespace, kind, name, onClose }: Props) {
  const t = useTranslations()
  const write = useMetadefWrite({
    namespace: namespace.namespace,
    done: t('metadefs.removed', { name }),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('metadefs.removeTitle', { name })}
      cancelLabel={t('action.cancel')}
      actions={
        <Button variant="danger" disabled={write.isPending} onClick={() => write.mutate({ op: 'remove', kind, name })}>
          {t('action.delete')}
        </Button>
      }
    >
      <p>{t(`metadefs.removeText.${kind}`, { namespace: namespace.namespace })}</p>
      {write.error && <ProblemNotice error={write.error} />}
    </ConfirmDialog>
  )
}
