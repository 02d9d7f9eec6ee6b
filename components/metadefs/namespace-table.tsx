'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useProjectName } from '@/components/sharing/use-project-names'
import { type Column, DataTable, type Order } from '@/components/ui/data-table'
import { Moment } from '@/components/ui/moment'
import { ShownName } from '@/components/ui/shown-name'
import { type NamespaceSortKey, namespaceHref } from '@/lib/client/metadefs/namespace-search'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import { DefinitionWords } from './definition-words'
import { NamespaceVisibility, ProtectedMark } from './namespace-marks'
import { useDefinitionText, useTextsUnderWay } from './use-definition-text'

interface Props {
  /** Undefined while the first page is loading. */
  namespaces: readonly NamespaceView[] | undefined
  dimmed: boolean
  order: Order<NamespaceSortKey>
  onOrder(order: Order<NamespaceSortKey>): void
}

/** A page of namespaces; narrow windows keep the name, and what is said of it below. */
export function NamespaceTable({ namespaces, ...table }: Props) {
  const t = useTranslations('metadefs')
  const projectName = useProjectName()
  const textsUnderWay = useTextsUnderWay()
  const columns: Column<NamespaceView, NamespaceSortKey>[] = [
    { name: 'name', heading: t('column.namespace'), sort: 'namespace', cell: (namespace) => <NameCell namespace={namespace} /> },
    {
      name: 'visibility',
      heading: t('column.visibility'),
      sort: 'visibility',
      className: 'w-30',
      cell: ({ visibility }) => <NamespaceVisibility visibility={visibility} />,
    },
    {
      name: 'types',
      heading: t('column.types'),
      className: 'hidden w-56 md:table-cell',
      cell: ({ resource_type_associations: types = [] }) => (
        <span className="line-clamp-2 text-meta">{types.map(({ name }) => name).join(', ')}</span>
      ),
    },
    {
      name: 'owner',
      heading: t('column.owner'),
      sort: 'owner',
      className: 'hidden w-48 xl:table-cell',
      cell: ({ owner }) => projectName(owner),
    },
    {
      name: 'updated',
      heading: t('column.updated'),
      ...{ sort: 'updated_at', first: 'desc' },
      className: 'hidden w-48 lg:table-cell',
      cell: ({ updated_at }) => <Moment at={updated_at} />,
    },
  ]
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={textsUnderWay ? undefined : namespaces}
      keyOf={({ namespace }) => namespace}
      expected={16}
      {...table}
      twoLines
    />
  )
}

function NameCell({ namespace }: { namespace: NamespaceView }) {
  const say = useDefinitionText()
  const { namespace: name, display_name: shown, description } = namespace
  return (
    <>
      <p className="flex items-center gap-1.5">
        <Link href={namespaceHref(name)} className="target-line rounded-control font-medium leading-5 hover:underline">
          <ShownName name={say(shown || name)} />
        </Link>
        <ProtectedMark namespace={namespace} />
      </p>
      <div className="gap-x-2 text-meta text-muted sm:flex sm:compact:hidden">
        {shown && (
          <code className="block shrink-0 font-mono">
            <ShownName name={name} />
          </code>
        )}
        {description && (
          <p title={say(description).replaceAll('`', '')} className="line-clamp-2 min-w-0 sm:line-clamp-1">
            <DefinitionWords text={description} />
          </p>
        )}
      </div>
    </>
  )
}
