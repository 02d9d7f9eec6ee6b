'use client'

import { useTranslations } from 'use-intl'
import type { Column } from '@/components/ui/data-table'
import { Skeleton } from '@/components/ui/skeleton'
import { imagePrefix } from '@/lib/client/metadefs/usage'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import type { PropertyInput } from '@/lib/contract/metadefs'
import { DefinitionWords } from './definition-words'
import { NamespaceUsage } from './namespace-usage'
import { PartTable } from './part-table'
import { PartsFrame } from './parts-frame'
import { PropertySheet } from './property-sheet'
import { PropertyUsage } from './property-usage'
import { SchemaSummary } from './schema-summary'
import { useDefinitionText } from './use-definition-text'
import { useUsage } from './use-usage'

/** The properties of a namespace, what they ask of values, and which images have them. */
export function PropertiesTab({ namespace }: { namespace: NamespaceView }) {
  const t = useTranslations('metadefs')
  const prefix = imagePrefix(namespace)
  const { usage, error } = useUsage(namespace)
  const used = ({ name }: PropertyInput) => {
    if (prefix === null || error) return '–'
    return usage ? <PropertyUsage name={prefix + name} usage={usage} /> : <Skeleton className="h-4 w-24" />
  }
  const columns: Column<PropertyInput>[] = [
    {
      name: 'name',
      heading: t('column.property'),
      cell: (property) => (
        <>
          <Name property={property} prefix={prefix} />
          {prefix !== null && <div className="mt-1 lg:hidden">{used(property)}</div>}
        </>
      ),
    },
    {
      name: 'schema',
      heading: t('column.schema'),
      className: 'hidden w-56 sm:table-cell',
      cell: (schema) => <SchemaSummary schema={schema} />,
    },
    {
      name: 'usage',
      heading: t('column.usage'),
      className: 'hidden w-56 lg:table-cell',
      cell: used,
    },
  ]
  return (
    <PartsFrame
      namespace={namespace}
      kind="properties"
      sheet={PropertySheet}
      note={prefix === null ? t('usage.notForImages') : <NamespaceUsage namespace={namespace} />}
    >
      {(properties, actionsOf) => <PartTable {...{ columns, actionsOf }} kind="properties" parts={properties} />}
    </PartsFrame>
  )
}

function Name({ property, prefix }: { property: PropertyInput; prefix: string | null }) {
  const t = useTranslations('metadefs')
  const say = useDefinitionText()
  return (
    <>
      <code className="font-medium font-mono text-meta">{property.name}</code>
      <p>{say(property.title)}</p>
      {prefix && <p className="text-meta text-muted">{t('onImages', { name: prefix + property.name })}</p>}
      {property.description && (
        <p className="mt-0.5 text-meta text-muted">
          <DefinitionWords text={property.description} />
        </p>
      )}
      <div className="mt-1 sm:hidden">
        <SchemaSummary schema={property} />
      </div>
    </>
  )
}
