'use client'

import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { IdentityThing, ThingKind } from '@/lib/client/identity'

interface Props {
  kind: ThingKind
  thing: IdentityThing
  onClose(): void
  onDisable(): void
}

/** Asks before somebody is shut out, the more so where that is whoever asks. */
export function DisableDialog({ kind, thing, onClose, onDisable }: Props) {
  const t = useTranslations('adminIdentity')
  const { user, project } = useSignedIn()
  const own = { user: thing.id === user.id, project: thing.id === project.id, domain: thing.name === user.domain }[kind]
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
