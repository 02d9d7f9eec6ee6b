'use client'

import { useTranslations } from 'use-intl'
import type { Column } from '@/components/ui/data-table'
import { ShownName } from '@/components/ui/shown-name'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import type { ObjectInput } from '@/lib/contract/metadefs'
import { DefinitionWords } from './definition-words'
import { ObjectSheet } from './object-sheet'
import { PartTable } from './part-table'
import { PartsFrame } from './parts-frame'
import { SchemaSummary } from './schema-summary'
import { useDefinitionText } from './use-definition-text'

/** The objects of a namespace, with their properties. */
export function ObjectsTab({ namespace }: { namespace: NamespaceView }) {
  const t = useTranslations('metadefs')
  const columns: Column<ObjectInput>[] = [
    {
      name: 'object',
      heading: t('column.object'),
      cell: (object) => (
        <>
          <code className="font-medium font-mono text-meta">{object.name}</code>
          {object.description && (
            <p className="text-meta text-muted">
              <DefinitionWords text={object.description} />
            </p>
          )}
          <div className="mt-2 sm:hidden">
            <ObjectContents object={object} />
          </div>
        </>
      ),
    },
    {
      name: 'properties',
      heading: t('kindMany.properties'),
      className: 'hidden sm:table-cell',
      cell: (object) => <ObjectContents object={object} />,
    },
  ]
  return (
    <PartsFrame namespace={namespace} kind="objects" sheet={ObjectSheet}>
      {(objects, actionsOf) => <PartTable {...{ columns, actionsOf }} kind="objects" parts={objects} />}
    </PartsFrame>
  )
}

function ObjectContents({ object: { properties = {}, required = [] } }: { object: ObjectInput }) {
  const t = useTranslations('metadefs')
  const say = useDefinitionText()
  return (
    <ul className="space-y-2">
      {Object.entries(properties).map(([name, schema]) => (
        <li key={name}>
          <code className="font-mono text-meta">
            <ShownName name={name} />
          </code>
          {required.includes(name) && <span className="ml-2 text-meta text-muted">{t('required')}</span>}
          <p>{say(schema.title)}</p>
          <SchemaSummary schema={schema} />
        </li>
      ))}
    </ul>
  )
}
