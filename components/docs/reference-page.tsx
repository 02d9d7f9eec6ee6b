'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { LanguageChoice } from '@/components/layout/language-choice'
import { PageHeader } from '@/components/layout/page-header'
import { ProductMark } from '@/components/layout/product'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { SkeletonLines } from '@/components/ui/skeleton'
import { useLanguage } from '@/components/ui/use-language'
import { byResource, referenceQuery } from '@/lib/client/api-reference'
import { OperationEntry } from './operation-entry'

/** The Image API as this server speaks it, read from its own OpenAPI document. */
export function ReferencePage() {
  const t = useTranslations('reference')
  const { data, error, refetch } = useQuery(referenceQuery(useLanguage()))
  const groups = data ? byResource(data) : []
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 sm:px-6">
      <header className="flex h-12 items-center gap-3">
        <Link href="/images" className="flex items-center gap-2 rounded-control font-semibold text-body">
          <ProductMark />
          Vitrine
        </Link>
        <span className="ml-auto [&>div]:mt-0">
          <LanguageChoice />
        </span>
      </header>
      <div className="flex flex-1 flex-col gap-6 py-4 md:flex-row">
        <nav aria-label={t('resources')} className="shrink-0 md:w-44">
          <ul className="flex flex-wrap gap-1 md:sticky md:top-4 md:flex-col">
            {groups.map(([resource]) => (
              <li key={resource}>
                <a
                  href={`#${resource}`}
                  className="flex h-8 items-center rounded-control px-3 text-muted text-table hover:bg-hover hover:text-ink"
                >
                  {t(`group.${resource}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main className="min-w-0 flex-1 pb-16">
          <PageHeader
            title={t('title')}
            lead={t.rich('lead', {
              document: (text) => (
                <a href="/api/openapi.json" className="text-primary underline">
                  {text}
                </a>
              ),
            })}
          />
          {error && <ProblemNotice error={error} onRetry={refetch} />}
          {!data && !error && <SkeletonLines count={12} />}
          {groups.map(([resource, entries]) => (
            <section key={resource} id={resource} aria-labelledby={`${resource}-title`} className="mt-6">
              <h2 id={`${resource}-title`} className="mb-2 font-semibold text-section">
                {t(`group.${resource}`)}
              </h2>
              <ul className="divide-y divide-hairline rounded-card border border-hairline bg-surface">
                {entries.map((entry) => (
                  <li key={entry.operation.operationId}>
                    <OperationEntry entry={entry} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </main>
      </div>
    </div>
  )
}
