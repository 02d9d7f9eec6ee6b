'use client'

import { ClipboardCopy, Play, Square } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { copyText } from '@/lib/client/copy-text'
import { diagnosisReport } from '@/lib/client/diagnosis-report'
import { DiagnosisView, useDiagnosisWords } from './diagnosis-view'
import { RefusalTable } from './refusal-table'
import { RequestStory, SignInForStory } from './request-story'
import { StatusCodes } from './status-codes'
import type { Subject } from './subject'
import { useDiagnosis } from './use-diagnosis'
import { WhyForm } from './why-form'

/** Why something is refused, for whoever asks: signed in or not. */
export function DiagnosticsPage({ subject, signedIn }: { subject: Subject; signedIn: boolean }) {
  const t = useTranslations('diagnostics')
  const diagnosis = useDiagnosis(subject)
  const copyReport = useCopyReport(diagnosis, subject)
  const running = diagnosis.state === 'running'
  const runOrStop = ({ detail: clicks }: MouseEvent) => {
    // The second click of two was meant for the button that was there before.
    if (clicks > 1) return
    if (running) diagnosis.stop()
    else void diagnosis.run()
  }
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {diagnosis.verdict && (
              <Button onClick={copyReport}>
                <ClipboardCopy size={16} aria-hidden />
                {t('copyReport')}
              </Button>
            )}
            <Button variant={running ? 'secondary' : 'primary'} onClick={runOrStop}>
              {running ? <Square size={16} aria-hidden /> : <Play size={16} aria-hidden />}
              {running ? t('stop') : t('run')}
            </Button>
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_360px]">
        <div className="min-w-0 space-y-4">
          {subject.requestId && (signedIn ? <RequestStory requestId={subject.requestId} /> : <SignInForStory />)}
          <DiagnosisView diagnosis={diagnosis} />
          {signedIn && <RefusalTable />}
        </div>
        <div className="min-w-0 space-y-4">
          {signedIn && <WhyForm subject={subject} />}
          <StatusCodes />
        </div>
      </div>
    </>
  )
}

function useCopyReport(diagnosis: ReturnType<typeof useDiagnosis>, { requestId }: Subject) {
  const t = useTranslations()
  const words = useDiagnosisWords()
  return async () => {
    const report = diagnosisReport(diagnosis, { words, requestId, at: new Date(), origin: window.location.origin })
    if (await copyText(report)) toast.success(t('diagnostics.reportCopied'))
    else toast.error(t('action.copyFailed'))
  }
}
