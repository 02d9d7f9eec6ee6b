import { queryOptions } from '@tanstack/react-query'
import { parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import {
  type PolicyCell,
  type PolicyCellView,
  type PolicyMatrixView,
  type PolicyRow,
  type PolicyTarget,
  policyTargets,
} from '@/lib/contract/policy-matrix'
import { api } from './api'
import { policyActions } from './policy-actions'

/** What the address of the policy page can say: what is shown, and the cell that is explained. */
export const policySearch = {
  name: parseAsString.withDefault(''),
  /** Only the rules of the operator's files. */
  own: parseAsBoolean.withDefault(false),
  action: parseAsString,
  role: parseAsString,
  target: parseAsStringLiteral(policyTargets).withDefault('own'),
}

const refreshMs = 60_000

/** Which role passes which rule. */
export const policyMatrixQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['policyMatrix', projectId],
    queryFn: ({ signal }) => api<PolicyMatrixView>('/api/policy', { signal }),
    refetchInterval: refreshMs,
  })

/** Why a role passes a rule, or does not. */
export const policyCellQuery = (cell: PolicyCell, projectId: string) =>
  queryOptions({
    queryKey: ['policyMatrix', projectId, cell],
    queryFn: ({ signal }) => api<PolicyCellView>(`/api/policy/decision?${new URLSearchParams(cell)}`, { signal }),
  })

/** Whether the rule is about something that is not there yet: it can only be for the own project or for another. */
export function isMaking(action: string): boolean {
  return action === 'add_image'
}

/** What the rule can be about. */
export function targetsOf(action: string): readonly PolicyTarget[] {
  return isMaking(action) ? ['own', 'other'] : policyTargets
}

export type CellAnswer = 'yes' | 'no' | 'depends'

/** What a role may, over everything that the rule can be about. */
export function answerOf({ action, allowed }: PolicyRow, role: string): CellAnswer {
  const targets = targetsOf(action)
  const count = targets.filter((target) => allowed[role]?.includes(target)).length
  if (count === 0) return 'no'
  return count === targets.length ? 'yes' : 'depends'
}

const known: readonly (readonly [string, readonly string[]])[] = Object.entries(policyActions)

export type RuleGroup = keyof typeof policyActions | 'others'

/** The rules by what they are about; those of which the dashboard has no words come last. */
export function groupedRules(rules: readonly PolicyRow[]): [RuleGroup, PolicyRow[]][] {
  const groups = new Map<string, PolicyRow[]>()
  for (const rule of rules) {
    const group = known.find(([, actions]) => actions.includes(rule.action))?.[0] ?? 'others'
    groups.set(group, [...(groups.get(group) ?? []), rule])
  }
  const order = [...known.map(([group]) => group), 'others'] as RuleGroup[]
  return order.flatMap((group) => (groups.has(group) ? [[group, groups.get(group) ?? []] as [RuleGroup, PolicyRow[]]] : []))
}
