'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { PartKind, Parts } from '@/lib/client/metadefs/parts'

interface Props<Kind extends PartKind> {
  kind: Kind
  columns: readonly Column<Parts[Kind]>[]
  parts: readonly Parts[Kind][]
  /** The buttons at the end of each row. */
  actionsOf(part: Parts[Kind]): ReactNode
}

/** The parts of one kind as a table, with what can be done with each. */
export function PartTable<Kind extends PartKind>({ kind, columns, parts, actionsOf }: Props<Kind>) {
  const t = useTranslations('metadefs')
  const actions = { name: 'actions', heading: t('column.actions'), quiet: true, className: 'w-24', cell: actionsOf }
  return (
    <DataTable
      label={t(`kindMany.${kind as PartKind}`)}
      columns={[...columns, actions]}
      rows={parts}
      keyOf={({ name }) => name}
    />
  )
}
