'use client'

import { EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { RefusableMenu } from '@/components/explanations/refusable-menu'
import { useSignedIn } from '@/components/layout/session'
import { iconButtonClass } from '@/components/ui/icon-button'
import { MenuItem, MenuSeparator } from '@/components/ui/menu'
import type { Directory, IdentityThing, ThingKind } from '@/lib/client/identity'
import { isOfService, type Kept, whyNotDeleted } from '@/lib/client/identity-kept'

export interface ThingActs {
  kind: ThingKind
  directory: Directory
  onEdit(thing: IdentityThing): void
  onDelete(thing: IdentityThing): void
}

type Props = ThingActs & { thing: IdentityThing }

/** Edits or deletes one; says under each why it cannot be done. */
export function ThingMenu(props: Props) {
  const t = useTranslations('action')
  return (
    <RefusableMenu
      label={t('more', { name: props.thing.name })}
      triggerClass={iconButtonClass}
      trigger={<EllipsisVertical size={16} aria-hidden />}
    >
      {() => <ThingItems {...props} />}
    </RefusableMenu>
  )
}

// Rendered while the menu is open: to know why one cannot be deleted takes the whole directory.
function ThingItems({ kind, thing, directory, onEdit, onDelete }: Props) {
  const t = useTranslations()
  const kept = whyNotDeleted({ kind, thing }, useSignedIn(), directory)
  // Of what the service works in, the description can be changed; its user not at all.
  const fixed = kind === 'user' && isOfService({ kind, thing }) ? 'service' : null
  const refusal = (why: Kept | null) => {
    if (why === null) return null
    const text =
      why === 'lastAdministrator' || why === 'enabled' ? t(`adminIdentity.kept.${why}`) : t(`adminIdentity.kept.${why}.${kind}`)
    return { action: 'context_is_admin', text }
  }
  return (
    <>
      <MenuItem refusal={refusal(fixed)} onClick={() => onEdit(thing)}>
        <Pencil size={16} aria-hidden />
        {t('adminIdentity.edit')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger refusal={refusal(kept)} onClick={() => onDelete(thing)}>
        <Trash2 size={16} aria-hidden />
        {t('action.delete')}
      </MenuItem>
    </>
  )
}
