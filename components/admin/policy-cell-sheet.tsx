'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/loaded'
import { Sheet } from '@/components/ui/sheet'
import { SkeletonLines } from '@/components/ui/skeleton'
import { StateBadge } from '@/components/ui/state-badge'
import { useJoined } from '@/components/ui/use-joined'
import { isMaking, policyCellQuery, policyMatrixQuery, targetsOf } from '@/lib/client/policy-matrix'
import type { PolicyCell, PolicyTarget } from '@/lib/contract/policy-matrix'
import { RuleTrace } from './rule-trace'
import { useActionWords } from './use-action-words'

interface Props {
  cell: PolicyCell
  onTarget(target: PolicyTarget): void
  onClose(): void
}

/** What decides one cell of the matrix, for each thing that the rule may be about. */
export function PolicyCellSheet({ cell, onTarget, onClose }: Props) {
  const t = useTranslations()
  const { project } = useSignedIn()
  const { action, role } = cell
  const { data: matrix } = useQuery(policyMatrixQuery(project.id))
  const query = useQuery(policyCellQuery(cell, project.id))
  const allowed = matrix?.rules.find((rule) => rule.action === action)?.allowed[role]
  const targets = targetsOf(action)
  const holds = matrix?.roles.find(({ name }) => name === role)?.holds ?? [role]
  return (
    <Sheet
      open
      onClose={onClose}
      title={useActionWords()(action) ?? action}
      lead={t('adminPolicy.withRoles', { roles: useJoined().items(holds) })}
      footer={<Button onClick={onClose}>{t('action.close')}</Button>}
    >
      <div className="space-y-4">
        <fieldset className="space-y-1">
          <legend className="mb-1 font-medium text-table">{t('adminPolicy.about')}</legend>
          {targets.map((target) => (
            <label key={target} className="flex min-h-8 flex-wrap items-center gap-2 text-table">
              <input
                type="radio"
                name="target"
                className="size-4 accent-primary"
                checked={cell.target === target}
                onChange={() => onTarget(target)}
              />
              <span className="min-w-0 flex-1">
                {t(
                  isMaking(action) ? `adminPolicy.making.${target === 'own' ? 'own' : 'other'}` : `adminPolicy.target.${target}`,
                )}
              </span>
              {allowed && (
                <StateBadge tone={allowed.includes(target) ? 'ok' : 'failed'}>
                  {t(allowed.includes(target) ? 'adminPolicy.yes' : 'adminPolicy.no')}
                </StateBadge>
              )}
            </label>
          ))}
        </fieldset>
        <Loaded query={query} loading={<SkeletonLines count={5} />}>
          {({ decision, at }) => <RuleTrace asked={action} decision={decision} at={at} />}
        </Loaded>
      </div>
    </Sheet>
  )
}
