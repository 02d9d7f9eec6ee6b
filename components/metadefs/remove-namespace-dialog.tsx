'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { attributesOf, partKinds, partsOf } from '@/lib/client/metadefs/parts'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import { useMetadefWrite } from './use-metadef-write'

/** Says what goes with a namespace, then deletes it; one that is protected has to lose the protection first. */
export function RemoveNamespaceDialog({ namespace, onClose }: { namespace: NamespaceView; onClose(): void }) {
  const t = useTranslations()
  const router = useRouter()
  const { namespace: name } = namespace
  const removal = useMetadefWrite({
    namespace: name,
    done: t('metadefs.removed', { name }),
    onDone: () => router.push('/metadefs'),
  })
  const opening = useMetadefWrite({ namespace: name, done: t('metadefs.opened', { name }), onDone: () => undefined })
  const open = () => opening.mutate({ op: 'describe', attributes: { ...attributesOf(namespace), protected: false } })
  const error = removal.error ?? opening.error
  const parts = partsOf(namespace)
  return (
    <ConfirmDialog
      open
      onOpenChange={(shown) => shown || onClose()}
      title={t('metadefs.removeTitle', { name })}
      cancelLabel={t('action.cancel')}
      actions={
        namespace.protected ? (
          <Button disabled={opening.isPending} onClick={open}>
            {t('metadefs.unprotect')}
          </Button>
        ) : (
          <Button variant="danger" disabled={removal.isPending} onClick={() => removal.mutate({ op: 'drop' })}>
            {t('action.delete')}
          </Button>
        )
      }
    >
      {namespace.protected && <p>{t('metadefs.unprotectText')}</p>}
      <p>{t('metadefs.removeNamespaceText')}</p>
      <ul className="list-disc pl-4">
        {partKinds.map((kind) => (
          <li key={kind}>{t('metadefs.partCount', { kind: t(`metadefs.kindMany.${kind}`), count: parts[kind].length })}</li>
        ))}
      </ul>
      {error && <ProblemNotice error={error} />}
    </ConfirmDialog>
  )
}
