'use client'

import { FileSearch } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import { SheetCancel } from '@/components/ui/sheet-cancel'
import type { ImportSource } from '@/lib/client/metadefs/dry-run'
import { countPlanned, type ImportMode } from '@/lib/client/metadefs/import-plan'
import { ImportDiff } from './import-diff'
import { ImportMisfits } from './import-misfits'
import { ImportModes } from './import-modes'
import { ImportOutcome } from './import-outcome'
import { ImportSources } from './import-sources'
import { useImport } from './use-import'

/** Imports definitions as `vitrine db load-metadefs` does: shows first what that would change, then changes it. */
export function ImportSheet({ onClose }: { onClose(): void }) {
  const t = useTranslations('metadefs.import')
  const action = useTranslations('action')
  const [sources, setSources] = useState<ImportSource[]>([{ file: null, text: '' }])
  const [mode, setMode] = useState<ImportMode>('merge')
  const { check, run, plans, misfits, stale, forget } = useImport(mode)
  const count = countPlanned(plans ?? [])
  const result = run.data ?? null
  const isEmpty = sources.every(({ text }) => text.trim() === '')
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('title')}
      lead={t('lead')}
      unsaved={!isEmpty && result === null}
      footer={
        <>
          <SheetCancel label={result ? action('close') : action('cancel')} />
          {!result && (
            <Button variant="primary" disabled={count === 0 || run.isPending} onClick={() => run.mutate()}>
              {t(run.isPending ? 'running' : 'run', { count })}
            </Button>
          )}
        </>
      }
    >
      <div className="space-y-6">
        <ImportSources
          sources={sources}
          onChange={(next) => {
            forget()
            setSources(next)
          }}
        />
        <ImportModes mode={mode} onChange={setMode} disabled={result !== null} />
        {(!result || result.failed) && (
          <Button disabled={isEmpty || check.isPending || run.isPending} onClick={() => check.mutate(sources)}>
            <FileSearch size={16} aria-hidden />
            {t(result ? 'checkAgain' : 'check')}
          </Button>
        )}
        <section aria-label={t('result')} aria-live="polite" className="space-y-4 empty:hidden">
          {check.error && <ProblemNotice error={check.error} onRetry={() => check.mutate(sources)} />}
          {run.error && <ProblemNotice error={run.error} />}
          {stale && <Notice tone="attention" title={t('staleTitle')} />}
          <ImportMisfits misfits={misfits} />
          {result && <ImportOutcome result={result} />}
          {plans && misfits.length === 0 && !result && <ImportDiff plans={plans} />}
        </section>
      </div>
    </Sheet>
  )
}
