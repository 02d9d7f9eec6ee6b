'use client'

import { useTranslations } from 'use-intl'

const codes = ['401', '403', '404', '503'] as const

/** What the refusals mean in general. */
export function StatusCodes() {
  const t = useTranslations('diagnostics.codes')
  return (
    <section aria-labelledby="codes" className="rounded-card border border-hairline bg-surface">
      <h2 id="codes" className="border-hairline border-b px-4 py-3 font-semibold text-body">
        {t('title')}
      </h2>
      <dl className="divide-y divide-hairline px-4 text-table">
        {codes.map((code) => (
          <div key={code} className="flex gap-4 py-2">
            <dt className="shrink-0 font-mono leading-5">{code}</dt>
            <dd className="min-w-0 text-muted">{t(code)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
