'use client'

import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { changeGrant, grantNames, grantOf, type RoleAssignment } from '@/lib/client/identity'
import { useIdentityChange } from './use-identity-change'

interface Props {
  assignment: RoleAssignment
  onClose(): void
}

/** Takes a role from somebody, after saying what ends. */
export function TakeRoleDialog({ assignment, onClose }: Props) {
  const t = useTranslations('adminIdentity')
  const { user: signedIn } = useSignedIn()
  const { user } = assignment
  const names = grantNames(assignment)
  const { mutate } = useIdentityChange(
    () => changeGrant('DELETE', grantOf(assignment)),
    () => t('taken', names),
  )
  const take = () => {
    mutate(undefined)
    onClose()
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('takeTitle', names)}
      cancelLabel={t('keep')}
      actions={
        <Button variant="danger" onClick={take}>
          {t('takeConfirm')}
        </Button>
      }
    >
      <p>{t(assignment.scope.project ? 'takeOnProject' : 'takeOnDomain', names)}</p>
      {user.id === signedIn.id && <p className="text-attention">{t('takeOwn')}</p>}
    </ConfirmDialog>
  )
}
