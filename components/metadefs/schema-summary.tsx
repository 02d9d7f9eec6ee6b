'use client'

import { useTranslations } from 'use-intl'
import { limitsOf } from '@/lib/client/metadefs/property-draft'
import type { PropertySchema } from '@/lib/contract/metadefs'

/** What a definition asks of values: type, limits, choices, default and operators. */
export function SchemaSummary({ schema }: { schema: PropertySchema }) {
  const t = useTranslations('metadefs')
  const limits = (limitsOf[schema.type] ?? []).filter((limit) => schema[limit] !== undefined)
  const choices = schema.enum ?? schema.items?.enum ?? []
  return (
    <div className="space-y-0.5 text-meta">
      <p className="text-table">
        {t(`type.${schema.type}`)}
        {schema.items?.type && ` (${t(`type.${schema.items.type}`)})`}
      </p>
      {limits.map((limit) => (
        <p key={limit} className="text-muted">
          {t(`field.${limit}`)}: {String(schema[limit])}
        </p>
      ))}
      {choices.length > 0 && (
        <details>
          <summary className="w-fit rounded-control text-muted">{t('choices', { count: choices.length })}</summary>
          <p className="wrap-anywhere font-mono">{choices.map(String).join(', ')}</p>
        </details>
      )}
      {schema.pattern && (
        <p className="text-muted">
          {t('field.pattern')}: <code className="wrap-anywhere font-mono">{schema.pattern}</code>
        </p>
      )}
      {schema.default !== undefined && schema.default !== null && (
        <p className="text-muted">
          {t('field.default')}: <code className="wrap-anywhere font-mono">{String(schema.default)}</code>
        </p>
      )}
      {schema.operators && schema.operators.length > 0 && (
        <p className="text-muted">
          {t('field.operators')}: <code className="wrap-anywhere font-mono">{schema.operators.join(' ')}</code>
        </p>
      )}
      {schema.readonly && <p className="text-muted">{t('field.readonly')}</p>}
    </div>
  )
}
