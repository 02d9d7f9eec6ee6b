'use client'

import { useTranslations } from 'use-intl'
import type { Column } from '@/components/ui/data-table'
import { ShownName } from '@/components/ui/shown-name'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import type { AssociationInput } from '@/lib/contract/metadefs'
import { AssociationSheet } from './association-sheet'
import { PartTable } from './part-table'
import { PartsFrame } from './parts-frame'

/** On which types of resources a namespace is used. */
export function ResourceTypesTab({ namespace }: { namespace: NamespaceView }) {
  const t = useTranslations('metadefs')
  const columns: Column<AssociationInput>[] = [
    {
      name: 'type',
      heading: t('resourceType'),
      cell: ({ name }) => (
        <code className="font-mono text-meta">
          <ShownName name={name} />
        </code>
      ),
    },
    {
      name: 'prefix',
      heading: t('field.prefix'),
      className: 'w-24 sm:w-48',
      cell: ({ prefix }) => (prefix ? <code className="font-mono text-meta">{prefix}</code> : '–'),
    },
    {
      name: 'target',
      heading: t('field.target'),
      className: 'hidden w-48 sm:table-cell',
      cell: ({ properties_target }) =>
        properties_target ? <code className="font-mono text-meta">{properties_target}</code> : '–',
    },
  ]
  return (
    <PartsFrame namespace={namespace} kind="resource_types" sheet={AssociationSheet} note={t('resourceTypesNote')}>
      {(associations, actionsOf) => <PartTable {...{ columns, actionsOf }} kind="resource_types" parts={associations} />}
    </PartsFrame>
  )
}
