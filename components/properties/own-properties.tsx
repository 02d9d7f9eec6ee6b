'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { definitionsQuery } from '@/lib/client/properties/definitions'
import { PropertyRow } from './property-row'
import type { PropertyEditor } from './use-property-editor'

/** Every property that the image has, or had before it was edited. */
export function OwnProperties({ editor }: { editor: PropertyEditor }) {
  const t = useTranslations()
  const { project } = useSignedIn()
  const { data: groups = [] } = useQuery(definitionsQuery(project.id))
  const schemas = new Map(groups.flatMap(({ definitions }) => definitions.map(({ name, schema }) => [name, schema] as const)))
  const names = [...new Set([...Object.keys(editor.before.properties), ...Object.keys(editor.after.properties)])]
  return (
    <section className="rounded-card border border-hairline bg-surface">
      <h2 className="border-hairline border-b px-4 py-3 font-semibold text-body">{t('image.properties')}</h2>
      {names.length === 0 ? (
        <p className="px-4 py-3 text-muted text-table">{t('image.noProperties')}</p>
      ) : (
        <ul aria-label={t('image.properties')} className="divide-y divide-hairline">
          {names
            .sort((a, b) => a.localeCompare(b))
            .map((name) => (
              <PropertyRow key={name} name={name} schema={schemas.get(name)} editor={editor} />
            ))}
        </ul>
      )}
    </section>
  )
}
