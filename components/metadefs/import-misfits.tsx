'use client'

import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import type { SourceMisfit } from '@/lib/client/metadefs/dry-run'

const shown = 50

/** What of the texts is no definition, each with its line and its path; nothing where all are. */
export function ImportMisfits({ misfits }: { misfits: readonly SourceMisfit[] }) {
  const t = useTranslations('metadefs')
  if (misfits.length === 0) return null
  return (
    <Notice tone="failed" role="alert" title={t('import.misfitTitle', { count: misfits.length })}>
      <ul className="space-y-2">
        {misfits.slice(0, shown).map(({ file, path, line, reason, value }) => (
          <li key={`${file}${path}${line}${reason}${value}`}>
            <span className="text-meta text-muted">
              {file && `${file} · `}
              {t('import.line', { line: String(line) })}
            </span>
            {path !== null && <code className="block font-mono text-meta wrap-anywhere">{path || t('import.whole')}</code>}
            <span className="block wrap-anywhere">{t(`misfit.${reason}`, { value })}</span>
          </li>
        ))}
      </ul>
      {misfits.length > shown && <p>{t('import.moreMisfits', { count: misfits.length - shown })}</p>}
    </Notice>
  )
}
