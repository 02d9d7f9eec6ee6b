'use client'

import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { Directory, IdentityThing, ThingKind } from '@/lib/client/identity'
import { shutsOut } from '@/lib/client/identity-kept'

interface Props {
  kind: ThingKind
  thing: IdentityThing
  directory: Directory
  onClose(): void
  onDisable(): void
}

/** Asks before somebody is shut out, the more so where that is whoever asks. */
export function DisableDialog({ kind, thing, directory, onClose, onDisable }: Props) {
  const t = useTranslations('adminIdentity')
  const own = shutsOut({ kind, thing }, useSignedIn(), directory)
  const disable = () => {
    onDisable()
    onClose()
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('disableTitle', { name: thing.name })}
      cancelLabel={t('keep')}
      actions={
        <Button variant="danger" onClick={disable}>
          {t('disable')}
        </Button>
      }
    >
      <p>{t(`disableText.${kind}`)}</p>
      {own && <p className="text-attention">{t(`disableOwn.${kind}`)}</p>}
    </ConfirmDialog>
  )
}
