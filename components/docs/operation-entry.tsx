'use client'

import { clsx } from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ReferenceEntry } from '@/lib/client/api-reference'
import { OperationDetails } from './operation-details'

const methodTones: Record<string, string> = {
  GET: 'bg-progress-soft text-progress',
  POST: 'bg-ok-soft text-ok',
  PUT: 'bg-attention-soft text-attention',
  PATCH: 'bg-off-soft text-off',
  DELETE: 'bg-failed-soft text-failed',
}

/** One operation: its line, and under it, once opened, everything else. */
export function OperationEntry({ entry }: { entry: ReferenceEntry }) {
  const t = useTranslations('reference')
  const [open, setOpen] = useState(false)
  const { method, path, operation } = entry
  return (
    <details id={operation.operationId} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-hover">
        <span
          className={clsx('w-16 rounded-control px-1 py-1 text-center font-mono font-semibold text-meta', methodTones[method])}
        >
          {method}
        </span>
        <code className="min-w-0 break-all font-mono text-table">{path}</code>
        <span className="w-full text-muted text-table md:ml-auto md:w-auto">{operation.summary}</span>
        <span className="sr-only">{t('policyIs', { policy: operation['x-policy'] ?? t('anyToken') })}</span>
      </summary>
      {open && <OperationDetails entry={entry} />}
    </details>
  )
}
