'use client'

import { useId } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { type PlotFrame, plotArea, plotHeight, plotMark, plotPath, plotTop } from '@/lib/client/plot'
import type { UsageMeasure, UsageSampleView } from '@/lib/contract/usage-overview'
import { useMeasureText } from './usage-table'

interface Props {
  measure: UsageMeasure
  /** The oldest first; the last one is now's. */
  samples: readonly UsageSampleView[]
  limit: number | null
  /** How far back it goes. */
  days: number
}

const dayMs = 86_400_000

const width = 600
const height = 140

/** One measure over time as a line, with what it shows in words and as a table. */
export function UsagePlot({ measure, samples, limit, days }: Props) {
  const t = useTranslations('adminQuotas')
  const id = useId()
  const say = useMeasureText()
  const time = useTimeText()
  const format = useFormatter()
  const points = samples.map((sample) => ({ at: Date.parse(sample.time), value: sample[measure] }))
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const frame: PlotFrame = { width, height, from: last.at - days * dayMs, to: last.at, top: plotTop(points, limit) }
  const summary = t('plotSummary', {
    measure: t(`measure.${measure}`),
    from: time(first.at),
    first: say(measure, first.value),
    last: say(measure, last.value),
    highest: say(measure, Math.max(...points.map(({ value }) => value))),
  })
  return (
    <figure aria-labelledby={id} className="min-w-0 rounded-card border border-hairline bg-surface p-4">
      <figcaption id={id} className="mb-2 flex flex-wrap justify-between gap-x-3 font-medium text-table">
        <span>{t(`measure.${measure}`)}</span>
        <span className="tabular-nums">{say(measure, last.value)}</span>
      </figcaption>
      <p className="text-meta text-muted tabular-nums">{say(measure, frame.top)}</p>
      <Line
        summary={summary}
        path={plotPath(points, frame)}
        area={plotArea(points, frame)}
        now={plotMark(last, frame)}
        limitAt={limit !== null && limit <= frame.top ? plotHeight(limit, frame) : null}
      />
      <p className="flex justify-between gap-2 text-meta text-muted">
        <span>{days === 1 ? time(frame.from) : format.dateTime(new Date(frame.from), { dateStyle: 'medium' })}</span>
        <span>{t('now')}</span>
      </p>
      {limit !== null && <p className="mt-1 text-meta text-muted">{t('limit', { limit: say(measure, limit) })}</p>}
      {points.length === 1 && <p className="mt-1 text-table">{t('begins')}</p>}
      <Numbers samples={samples} measure={measure} />
    </figure>
  )
}

interface LineProps {
  summary: string
  path: string
  area: string
  /** Where the last value stands; a line of no length, whose round ends are a dot in a picture of any width. */
  now: string
  limitAt: number | null
}

function Line({ summary, path, area, now, limitAt }: LineProps) {
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 -2 ${width} ${height + 4}`}
      preserveAspectRatio="none"
      className="block h-36 w-full overflow-visible border-hairline border-b border-l"
    >
      {limitAt !== null && (
        <path
          d={`M0 ${limitAt}H${width}`}
          className="stroke-attention"
          strokeWidth="1.5"
          strokeDasharray="6 4"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <path d={area} className="fill-progress-soft" />
      <path
        d={path}
        fill="none"
        className="stroke-progress"
        strokeWidth="2"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      <path d={now} className="stroke-progress" strokeWidth="8" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

/** The same as numbers, the newest first. */
function Numbers({ samples, measure }: Pick<Props, 'samples' | 'measure'>) {
  const t = useTranslations('adminQuotas')
  const say = useMeasureText()
  const time = useTimeText()
  return (
    <details className="mt-2 text-table">
      <summary className="min-h-6 text-primary">{t('asTable')}</summary>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        className="mt-1 max-h-64 overflow-y-auto"
      >
        <table aria-label={t(`measure.${measure}`)} className="w-full tabular-nums">
          <thead>
            <tr className="text-left text-meta text-muted">
              <th scope="col" className="font-medium">
                {t('time')}
              </th>
              <th scope="col" className="text-right font-medium">
                {t(`measure.${measure}`)}
              </th>
            </tr>
          </thead>
          <tbody>
            {samples.toReversed().map((sample) => (
              <tr key={sample.time}>
                <td>{time(Date.parse(sample.time))}</td>
                <td className="text-right">{say(measure, sample[measure])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function useTimeText(): (at: number) => string {
  const format = useFormatter()
  return (at) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
}
