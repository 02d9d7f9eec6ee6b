'use client'

import { useTranslations } from 'use-intl'
import { Moment } from '@/components/ui/moment'
import { Notice } from '@/components/ui/notice'
import type { PolicyMatrixView } from '@/lib/contract/policy-matrix'

/** Where the rules come from, since when they are in force, and why newer ones are not. */
export function PolicyFiles({ matrix }: { matrix: PolicyMatrixView }) {
  const t = useTranslations('adminPolicy')
  const { files, loaded_at: loadedAt, problem, rules, enforce_scope: enforceScope } = matrix
  const own = rules.filter(({ source }) => source === 'file').length
  return (
    <>
      {problem && (
        <Notice tone="failed" role="alert" title={t('notInForce')}>
          <p>{t('notInForceText')}</p>
          <code className="block font-mono text-meta wrap-anywhere">{problem}</code>
        </Notice>
      )}
      <div className="space-y-1 text-muted text-table">
        <p>
          {files.length === 0 ? t('noFiles') : t('files', { count: own })}{' '}
          {files.map((file) => (
            <code key={file} className="mr-2 font-mono text-ink text-meta wrap-anywhere">
              {file}
            </code>
          ))}
        </p>
        <p>
          {t('loaded')} <Moment at={loadedAt} />
        </p>
        {!enforceScope && <p>{t('noScope')}</p>}
      </div>
    </>
  )
}
