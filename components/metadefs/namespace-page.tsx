'use client'

import { useQuery } from '@tanstack/react-query'
import { Pencil, Trash2 } from 'lucide-react'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { useProjectName } from '@/components/sharing/use-project-names'
import { CopyButton } from '@/components/ui/copy-button'
import { QueryProblem } from '@/components/ui/loaded'
import { LoadingBlock } from '@/components/ui/loading-block'
import { RefusableButton } from '@/components/ui/refusable-button'
import { ShownName } from '@/components/ui/shown-name'
import { Skeleton, SkeletonLines } from '@/components/ui/skeleton'
import { SkeletonTable } from '@/components/ui/skeleton-table'
import { useOnce } from '@/components/ui/use-once'
import { metadefQueries } from '@/lib/client/metadefs/namespaces'
import { isNotThere } from '@/lib/client/not-there'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import { DefinitionWords } from './definition-words'
import { JsonTab } from './json-tab'
import { NamespaceVisibility, ProtectedMark } from './namespace-marks'
import { NamespaceSheet } from './namespace-sheet'
import { NamespaceTabs, namespaceTabs } from './namespace-tabs'
import { NoSuchNamespace } from './no-such-namespace'
import { ObjectsTab } from './objects-tab'
import { PropertiesTab } from './properties-tab'
import { RemoveNamespaceDialog } from './remove-namespace-dialog'
import { ResourceTypesTab } from './resource-types-tab'
import { TagsTab } from './tags-tab'
import { useDefinitionText, useTextsUnderWay } from './use-definition-text'
import { useMetadefRefusal } from './use-metadef-refusal'

const contents = {
  properties: PropertiesTab,
  objects: ObjectsTab,
  tags: TagsTab,
  resource_types: ResourceTypesTab,
  json: JsonTab,
} as const

/** A namespace of metadata definitions: what it says of itself, and what it holds. */
export function NamespacePage({ name }: { name: string }) {
  const t = useTranslations('metadefs')
  const { project } = useSignedIn()
  const [tab] = useQueryState('tab', parseAsStringLiteral(namespaceTabs).withDefault('properties'))
  const query = useQuery(metadefQueries.one(name, project.id))
  const { data, error } = query
  const namespace = useOnce(!useTextsUnderWay()) ? data : undefined
  const Content = contents[tab]
  if (!data && isNotThere(error)) return <NoSuchNamespace error={error} />
  return (
    <>
      <BackLink href="/metadefs">{t('back')}</BackLink>
      {namespace && <Head namespace={namespace} />}
      {!namespace && error && <PageHeader title={<ShownName name={name} />} />}
      <QueryProblem query={query} />
      {namespace && (
        <>
          <NamespaceTabs namespace={namespace} tab={tab} />
          <Content namespace={namespace} />
        </>
      )}
      {!namespace && !error && <Loading name={name} />}
    </>
  )
}

const columnsToCome = [
  { name: 'property' },
  { name: 'values', className: 'w-56 max-sm:hidden' },
  { name: 'actions', blank: true },
]

function Loading({ name }: { name: string }) {
  const t = useTranslations('metadefs')
  return (
    <LoadingBlock label={t('loading')}>
      <PageHeader
        title={<ShownName name={name} />}
        lead={
          <span className="block min-h-11">
            <SkeletonLines count={2} />
          </span>
        }
        actions={['w-20', 'w-24'].map((width) => <Skeleton key={width} className={`h-8 ${width}`} />)}
      />
      <div className="mb-4 flex h-10 items-center gap-5 border-hairline border-b">
        {namespaceTabs.map((tab) => (
          <Skeleton key={tab} className="h-3 w-20" />
        ))}
      </div>
      <div className="mb-3 flex h-8 items-center justify-between gap-3">
        <Skeleton className="h-3 w-56" />
        <Skeleton className="h-8 w-32" />
      </div>
      <SkeletonTable columns={columnsToCome} count={4} />
    </LoadingBlock>
  )
}

function Head({ namespace }: { namespace: NamespaceView }) {
  const t = useTranslations()
  const say = useDefinitionText()
  const changing = useMetadefRefusal('modify_metadef_namespace', namespace)
  const removing = useMetadefRefusal('delete_metadef_namespace', namespace)
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  return (
    <>
      <PageHeader
        title={
          <span className="flex items-center gap-2 wrap-anywhere">
            <ShownName name={say(namespace.display_name || namespace.namespace)} />
            <ProtectedMark namespace={namespace} />
          </span>
        }
        lead={<Lead namespace={namespace} />}
        actions={
          <>
            <RefusableButton refusal={changing} onClick={() => setOpen('edit')}>
              <Pencil size={16} aria-hidden />
              {t('metadefs.edit')}
            </RefusableButton>
            <RefusableButton refusal={removing} variant="caution" onClick={() => setOpen('remove')}>
              <Trash2 size={16} aria-hidden />
              {t('action.delete')}
            </RefusableButton>
          </>
        }
      />
      {open === 'edit' && <NamespaceSheet namespace={namespace} onClose={() => setOpen(null)} />}
      {open === 'remove' && <RemoveNamespaceDialog namespace={namespace} onClose={() => setOpen(null)} />}
    </>
  )
}

function Lead({ namespace }: { namespace: NamespaceView }) {
  const t = useTranslations('metadefs')
  const projectName = useProjectName()
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="flex items-center">
          <code className="wrap-anywhere font-mono text-meta">{namespace.namespace}</code>
          <CopyButton text={namespace.namespace} what={t('column.namespace')} />
        </span>
        <NamespaceVisibility visibility={namespace.visibility} />
        <span>{t('ownedBy', { owner: projectName(namespace.owner) })}</span>
      </p>
      {namespace.description && (
        <p className="max-w-180 wrap-anywhere">
          <DefinitionWords text={namespace.description} />
        </p>
      )}
    </>
  )
}
