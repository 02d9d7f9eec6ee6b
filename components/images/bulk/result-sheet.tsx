'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProgressBar } from '@/components/ui/progress-bar'
import { ServerWords } from '@/components/ui/server-words'
import { Sheet } from '@/components/ui/sheet'
import { ShownName } from '@/components/ui/shown-name'
import { WhyLink } from '@/components/ui/why-link'
import { requestIdOf } from '@/lib/client/api'
import type { BulkOutcome, Failure } from '@/lib/client/bulk-run'
import { isProblem } from '@/lib/contract/problem'
import { useImageName } from '../image-name'
import { ShortId } from '../short-id'
import type { ChosenImage } from '../use-selection'
import { NameList } from './name-list'
import type { BulkRun } from './use-bulk-run'

interface Props {
  run: BulkRun
  onClose(): void
}

/** What became of something that was done to many images; only what failed is done again. */
export function ResultSheet({ run, onClose }: Props) {
  const t = useTranslations('bulk')
  const { order, outcome, finished, start, stop } = run
  if (!order) return null
  const again = (images: readonly ChosenImage[]) => start({ action: order.action, images })
  const total = order.images.length
  const progress = t('progress', { finished, total })
  return (
    <Sheet
      open
      // What runs goes on only where somebody can see it.
      onClose={outcome ? onClose : stop}
      title={t(`title.${order.action.kind}`)}
      lead={t('lead', { count: total })}
      footer={
        outcome ? (
          <>
            <Button onClick={onClose}>{t('close')}</Button>
            {outcome.left.length > 0 && (
              <Button onClick={() => again(outcome.left)}>{t('goOn', { count: outcome.left.length })}</Button>
            )}
            {outcome.failures.length > 0 && (
              <Button variant="primary" onClick={() => again(outcome.failures.map(({ item }) => item))}>
                {t('retry', { count: outcome.failures.length })}
              </Button>
            )}
          </>
        ) : (
          <Button onClick={stop}>{t('stop')}</Button>
        )
      }
    >
      <div className="space-y-4">
        {outcome ? (
          <Summary outcome={outcome} />
        ) : (
          <>
            <ProgressBar label={t(`title.${order.action.kind}`)} share={finished / total} text={progress} />
            <p className="text-muted text-table tabular-nums">{progress}</p>
          </>
        )}
        {outcome && <Failures failures={outcome.failures} />}
        {outcome && <Done images={outcome.done} />}
      </div>
    </Sheet>
  )
}

function Summary({ outcome: { done, failures, left } }: { outcome: BulkOutcome<ChosenImage> }) {
  const t = useTranslations('bulk')
  return (
    <div className="space-y-3">
      <Notice
        tone={failures.length > 0 ? 'attention' : 'ok'}
        role="status"
        title={t('outcome', { done: done.length, failed: failures.length })}
      />
      {left.length > 0 && <p className="text-table">{t('left', { count: left.length })}</p>}
    </div>
  )
}

function Done({ images }: { images: readonly ChosenImage[] }) {
  const t = useTranslations('bulk')
  if (images.length === 0) return null
  return (
    <section className="space-y-1">
      <h3 className="text-muted text-table">{t('done')}</h3>
      <NameList label={t('done')} images={images} />
    </section>
  )
}

function Failures({ failures }: { failures: readonly Failure<ChosenImage>[] }) {
  const t = useTranslations()
  const name = useImageName()
  if (failures.length === 0) return null
  return (
    <ul aria-label={t('bulk.failures')} className="divide-y divide-hairline border-hairline border-y">
      {failures.map(({ item, error }) => {
        const problem = isProblem(error) ? error : null
        const requestId = problem && requestIdOf(problem)
        return (
          <li key={item.id} className="space-y-1 py-2 text-table">
            <Link href={`/images/${item.id}`} className="font-medium wrap-anywhere hover:underline">
              <ShownName name={name(item)} />
            </Link>{' '}
            <ShortId id={item.id} />
            <p>{problem ? <ServerWords sentence={problem.message} /> : t('problem.offlineText')}</p>
            {requestId && (
              <p className="break-all text-meta text-muted">
                {t('problem.requestId')} <code className="font-mono">{requestId}</code>
              </p>
            )}
            {problem && <WhyLink problem={problem} />}
          </li>
        )
      })}
    </ul>
  )
}
