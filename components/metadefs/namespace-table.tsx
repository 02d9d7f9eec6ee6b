'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useProjectName } from '@/components/sharing/use-project-names'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Moment } from '@/components/ui/moment'
import { namespaceHref } from '@/lib/client/metadefs/namespace-search'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import { NamespaceVisibility, ProtectedMark } from './namespace-marks'
import { useDefinitionText } from './use-definition-text'

interface Props {
  /** Undefined while the first page is loading. */
  namespaces: readonly NamespaceView[] | undefined
  dimmed: boolean
}

/** A page of namespaces; narrow windows keep the name, and what is said of it below. */
export function NamespaceTable({ namespaces, dimmed }: Props) {
  const t = useTranslations('metadefs')
  const projectName = useProjectName()
  const columns: Column<NamespaceView>[] = [
    { name: 'name', heading: t('column.namespace'), cell: (namespace) => <NameCell namespace={namespace} /> },
    {
      name: 'visibility',
      heading: t('column.visibility'),
      className: 'w-28',
      cell: ({ visibility }) => <NamespaceVisibility visibility={visibility} />,
    },
    {
      name: 'types',
      heading: t('column.types'),
      className: 'hidden w-56 md:table-cell',
      cell: ({ resource_type_associations: types = [] }) => types.map(({ name }) => <p key={name}>{name}</p>),
    },
    {
      name: 'owner',
      heading: t('column.owner'),
      className: 'hidden w-48 xl:table-cell',
      cell: ({ owner }) => projectName(owner),
    },
    {
      name: 'updated',
      heading: t('column.updated'),
      className: 'hidden w-48 lg:table-cell',
      cell: ({ updated_at }) => <Moment at={updated_at} />,
    },
  ]
  return <DataTable label={t('title')} columns={columns} rows={namespaces} keyOf={({ namespace }) => namespace} dimmed={dimmed} />
}

function NameCell({ namespace }: { namespace: NamespaceView }) {
  const say = useDefinitionText()
  const { namespace: name, display_name: shown, description } = namespace
  return (
    <>
      <p className="flex items-center gap-1.5">
        <Link href={namespaceHref(name)} className="min-h-6 rounded-control py-0.5 font-medium leading-5 hover:underline">
          {say(shown || name)}
        </Link>
        <ProtectedMark namespace={namespace} />
      </p>
      {shown && <code className="block font-mono text-meta text-muted">{name}</code>}
      {description && <p className="mt-0.5 line-clamp-2 text-meta text-muted compact:hidden">{say(description)}</p>}
    </>
  )
}
