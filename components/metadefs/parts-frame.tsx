'use client'

import { Pencil, Plus, Trash2 } from 'lucide-react'
import { type ComponentType, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { RefusableButton } from '@/components/ui/refusable-button'
import { type PartKind, type Parts, partsOf } from '@/lib/client/metadefs/parts'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import { partPolicies } from './part-policies'
import type { PartSheetProps } from './part-sheet'
import { RemovePartDialog } from './remove-part-dialog'
import { useMetadefRefusal } from './use-metadef-refusal'

interface Props<Kind extends PartKind> {
  namespace: NamespaceView
  kind: Kind
  sheet: ComponentType<PartSheetProps<Kind>>
  /** What stands beside the button that adds. */
  note?: ReactNode
  /** The list, with the buttons of each part. */
  children(parts: Parts[Kind][], actionsOf: (part: Parts[Kind]) => ReactNode): ReactNode
}

/** The parts of one kind: listed, and the ways to add, edit and delete one. */
export function PartsFrame<Kind extends PartKind>({ namespace, kind, sheet: PartSheet, note, children }: Props<Kind>) {
  const t = useTranslations('metadefs')
  const [editing, setEditing] = useState<Parts[Kind] | 'new' | null>(null)
  const [removing, setRemoving] = useState<string | null>(null)
  const refusal = useMetadefRefusal(partPolicies[kind].add, namespace)
  const parts: Parts[Kind][] = partsOf(namespace)[kind]
  const actionsOf = (part: Parts[Kind]) => (
    <PartActions
      {...{ namespace, kind, name: part.name }}
      onEdit={() => setEditing(part)}
      onRemove={() => setRemoving(part.name)}
    />
  )
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0 text-muted text-table">{note}</div>
        <RefusableButton data-page-actions refusal={refusal} onClick={() => setEditing('new')}>
          <Plus size={16} aria-hidden />
          {t(`add.${kind as PartKind}`)}
        </RefusableButton>
      </div>
      {parts.length === 0 ? (
        <p className="rounded-card border border-hairline bg-surface px-6 py-12 text-center text-muted">
          {t(`none.${kind as PartKind}`)}
        </p>
      ) : (
        children(parts, actionsOf)
      )}
      {editing && (
        <PartSheet namespace={namespace} part={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      )}
      {removing !== null && <RemovePartDialog {...{ namespace, kind, name: removing }} onClose={() => setRemoving(null)} />}
    </>
  )
}

interface ActionsProps {
  namespace: NamespaceView
  kind: PartKind
  name: string
  onEdit(): void
  onRemove(): void
}

function PartActions({ namespace, kind, name, onEdit, onRemove }: ActionsProps) {
  const t = useTranslations('metadefs')
  const { change, remove } = partPolicies[kind]
  const changing = useMetadefRefusal(change, namespace)
  const removing = useMetadefRefusal(remove, namespace)
  return (
    <span className="flex justify-end gap-1">
      <RefusableButton refusal={changing} variant="quiet" size="small" aria-label={t('editName', { name })} onClick={onEdit}>
        <Pencil size={14} aria-hidden />
      </RefusableButton>
      <RefusableButton refusal={removing} variant="quiet" size="small" aria-label={t('removeName', { name })} onClick={onRemove}>
        <Trash2 size={14} aria-hidden />
      </RefusableButton>
    </span>
  )
}
