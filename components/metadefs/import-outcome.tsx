'use client'

import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { ImportResult, ImportStep } from '@/lib/client/metadefs/import-run'

/** What an import has written; where it was refused, what exactly stands and what does not. */
export function ImportOutcome({ result: { written, failed, left, unprotected } }: { result: ImportResult }) {
  const t = useTranslations('metadefs.import')
  if (!failed)
    return (
      <Notice tone="ok" role="status" title={t('doneTitle', { count: written.length })}>
        <Steps steps={written} />
      </Notice>
    )
  return (
    <>
      <ProblemNotice error={failed.error} />
      <Notice tone="attention" role="alert" title={t(written.length === 0 ? 'nothingWritten' : 'partTitle')}>
        <h3 className="font-medium">{t('refused')}</h3>
        <Steps steps={[failed]} />
        {written.length > 0 && <h3 className="font-medium">{t('written')}</h3>}
        <Steps steps={written} />
        {left.length > 0 && <h3 className="font-medium">{t('left')}</h3>}
        <Steps steps={left} />
        {unprotected && <p>{t('unprotected', { namespace: unprotected })}</p>}
        {written.length > 0 && <p>{t('goOn')}</p>}
      </Notice>
    </>
  )
}

function Steps({ steps }: { steps: readonly ImportStep[] }) {
  const t = useTranslations('metadefs')
  const nameOf = ({ write, namespace }: ImportStep) => {
    if (write.op === 'add') return write.part.name
    return 'name' in write ? write.name : namespace
  }
  return (
    <ul className="list-disc pl-4 empty:hidden">
      {steps.map((step) => (
        <li key={`${step.namespace} ${step.write.op} ${JSON.stringify(step.write)}`} className="wrap-anywhere">
          {t(`import.step.${step.write.op}`, {
            namespace: step.namespace,
            kind: t(`kind.${'kind' in step.write ? step.write.kind : 'namespace'}`),
            name: nameOf(step),
          })}
        </li>
      ))}
    </ul>
  )
}
