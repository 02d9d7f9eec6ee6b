'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { type Directory, deleteThing, type IdentityThing, type ThingKind } from '@/lib/client/identity'
import { lostWith } from '@/lib/client/identity-kept'
import { isNotThere } from '@/lib/client/not-there'
import { ImagesLeft, OwnedImages } from './owned-images'
import { useIdentityChange } from './use-identity-change'

interface Props {
  kind: ThingKind
  thing: IdentityThing
  directory: Directory
  onClose(): void
}

/** Deletes a user, project or domain, after saying what goes with it and what stays. */
export function DeleteThingDialog({ kind, thing, directory, onClose }: Props) {
  const t = useTranslations('adminIdentity')
  // What was asked stands until it is answered: once it is deleted, the directory knows of nothing that went with it.
  const [lost] = useState(() => lostWith({ kind, thing }, directory))
  const { mutate, isPending, error } = useIdentityChange(
    () => deleteThing(kind, thing.id),
    () => t('deleted', { name: thing.name }),
    { quiet: true },
  )
  const gone = isNotThere(error)
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t(`deleteTitle.${kind}`, { name: thing.name })}
      cancelLabel={t('keep')}
      actions={
        gone || (
          <Button variant="danger" disabled={isPending} onClick={() => mutate(undefined, { onSuccess: onClose })}>
            {t(`deleteConfirm.${kind}`)}
          </Button>
        )
      }
    >
      <code className="block break-all font-mono text-meta text-muted">{thing.id}</code>
      <p>{t(`deleteText.${kind}`, { users: lost.users, projects: lost.projects.length, assignments: lost.assignments })}</p>
      {kind === 'project' && <OwnedImages project={thing} />}
      {lost.projects.length > 0 && <ImagesLeft projects={lost.projects} />}
      {gone && (
        <p role="alert" className="text-attention">
          {t('goneAlready')}
        </p>
      )}
      {error && !gone && <ProblemNotice error={error} />}
    </ConfirmDialog>
  )
}
