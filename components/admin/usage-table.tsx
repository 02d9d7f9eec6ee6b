'use client'

import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useProjectName } from '@/components/sharing/use-project-names'
import { type Column, DataTable, type Order } from '@/components/ui/data-table'
import { ProgressBar } from '@/components/ui/progress-bar'
import { ShownName } from '@/components/ui/shown-name'
import { byteText } from '@/lib/client/byte-text'
import { inOrder } from '@/lib/client/table-order'
import type { UsageSortKey } from '@/lib/client/usage'
import type { ProjectUsageView, UsageMeasure } from '@/lib/contract/usage-overview'

/** Above this share of a limit a project will soon be refused. */
const nearlyFull = 0.9

interface Props {
  usages: readonly ProjectUsageView[] | undefined
  dimmed: boolean
  order: Order<UsageSortKey>
  onOrder(order: Order<UsageSortKey>): void
  /** Shows the past of a project. */
  onChoose(projectId: string): void
}

/** A row for each project that has something. */
export function UsageTable({ usages, dimmed, order, onOrder, onChoose }: Props) {
  const t = useTranslations('adminQuotas')
  const nameOf = useProjectName()
  const measure = (name: UsageMeasure, className: string): Column<ProjectUsageView, UsageSortKey> => ({
    ...{ name, sort: name, first: 'desc' },
    heading: t(`measure.${name}`),
    number: true,
    className,
    cell: (usage) => <Measure usage={usage} measure={name} />,
  })
  const columns: Column<ProjectUsageView, UsageSortKey>[] = [
    { name: 'project', heading: t('project'), sort: 'project', cell: (usage) => <Project usage={usage} onChoose={onChoose} /> },
    measure('stored_bytes', 'w-[36%] sm:w-[24%]'),
    measure('images', 'w-[22%] sm:w-[16%]'),
    measure('staged_bytes', 'hidden w-[16%] md:table-cell'),
    measure('uploading', 'hidden w-[14%] md:table-cell'),
  ]
  const { sort, dir } = order
  const valueIn = (usage: ProjectUsageView) => (sort === 'project' ? usage.project_id && nameOf(usage.project_id) : usage[sort])
  return (
    <DataTable
      label={t('table')}
      columns={columns}
      rows={usages && inOrder(usages, dir, valueIn)}
      keyOf={({ project_id }) => project_id ?? ''}
      expected={3}
      dimmed={dimmed}
      order={order}
      onOrder={onOrder}
      twoLines
    />
  )
}

function Project({ usage: { project_id: id }, onChoose }: { usage: ProjectUsageView; onChoose(id: string): void }) {
  const t = useTranslations('adminQuotas')
  const nameOf = useProjectName()
  if (id === null) return <span className="text-muted">{t('nobody')}</span>
  const name = nameOf(id)
  return (
    <>
      <button
        type="button"
        aria-label={t('showPast', { name })}
        onClick={() => onChoose(id)}
        className="target-line block w-fit rounded-control text-left font-medium underline-offset-2 hover:underline"
      >
        <ShownName name={name} />
      </button>
      {name !== id && (
        <code title={id} className="hidden truncate font-mono text-meta text-muted sm:block sm:compact:hidden">
          {id}
        </code>
      )}
    </>
  )
}

function Measure({ usage, measure }: { usage: ProjectUsageView; measure: UsageMeasure }) {
  const t = useTranslations('adminQuotas')
  const say = useMeasureText()
  const nameOf = useProjectName()
  const used = usage[measure]
  const limit = usage.limits?.[measure] ?? null
  if (limit === null) return say(measure, used)
  const share = limit === 0 ? 1 : Math.min(1, used / limit)
  const text = t('usedOf', { used: say(measure, used), limit: say(measure, limit) })
  const label = t('measureOf', { measure: t(`measure.${measure}`), project: nameOf(usage.project_id ?? '') })
  return (
    <div className="space-y-1">
      <span className="block">{text}</span>
      <ProgressBar label={label} share={share} text={text} tone={share > nearlyFull ? 'failed' : 'progress'} />
      {share > nearlyFull && <span className="block text-failed text-meta">{t(share < 1 ? 'nearlyFull' : 'full')}</span>}
    </div>
  )
}

/** How much there is of a measure, in words. */
export function useMeasureText(): (measure: UsageMeasure, value: number) => string {
  const locale = useLocale()
  const format = useFormatter()
  return (measure, value) =>
    measure === 'stored_bytes' || measure === 'staged_bytes' ? byteText(value, locale) : format.number(value)
}
