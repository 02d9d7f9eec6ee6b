'use client'

import { ArrowRight } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { PropertyValue } from '@/components/properties/property-value'
import { ShownName } from '@/components/ui/shown-name'
import { countPlanned, type NamespacePlan, type PlannedChange } from '@/lib/client/metadefs/import-plan'

const looks = {
  new: 'text-ok',
  changed: 'text-attention',
  removed: 'text-failed',
  kept: 'text-muted',
} as const satisfies Record<PlannedChange['outcome'], string>

/** What an import would make of each namespace. */
export function ImportDiff({ plans }: { plans: readonly NamespacePlan[] }) {
  return plans.map((plan) => <NamespaceDiff key={plan.namespace} plan={plan} />)
}

function NamespaceDiff({ plan }: { plan: NamespacePlan }) {
  const t = useTranslations('metadefs.import')
  const id = useId()
  const { namespace, changes, reprotect } = plan
  const count = countPlanned([plan])
  return (
    <section aria-labelledby={id} className="rounded-card border border-hairline">
      <div className="border-hairline border-b px-4 py-2">
        <h3 id={id} className="wrap-anywhere font-medium font-mono text-meta">
          {namespace}
        </h3>
        <p className="text-meta text-muted">{count === 0 ? t('nothing') : t('counts', { count })}</p>
        {reprotect && <p className="text-attention text-meta">{t('opens')}</p>}
      </div>
      {changes.length > 0 && (
        <ul className="divide-y divide-hairline">
          {changes.map((change) => (
            <Change key={`${change.kind} ${change.name}`} change={change} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Change({ change: { kind, name, outcome, differences } }: { change: PlannedChange }) {
  const t = useTranslations('metadefs')
  return (
    <li className="px-4 py-2 text-table">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className={`font-medium ${looks[outcome]}`}>{t(`import.outcome.${outcome}`)}</span>
        <span className="text-muted">{t(`kind.${kind}`)}</span>
        <code className="wrap-anywhere font-mono text-meta">
          <ShownName name={name} />
        </code>
      </p>
      {differences.length > 0 && (
        <ul className="mt-1 space-y-1 pl-4 text-meta">
          {differences.map(({ path, before, after }) => (
            <li key={path} className="flex flex-wrap items-center gap-x-2">
              <code className="wrap-anywhere font-mono text-muted">{path}</code>
              <PropertyValue value={before} />
              <ArrowRight size={12} aria-hidden className="shrink-0 text-muted" />
              <span className="sr-only">{t('import.becomes')}</span>
              <PropertyValue value={after} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
