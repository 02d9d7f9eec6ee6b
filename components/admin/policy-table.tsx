'use client'

import { clsx } from 'clsx'
import { Check, type LucideIcon, Minus, Split } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { answerOf, type CellAnswer, groupedRules } from '@/lib/client/policy-matrix'
import type { PolicyMatrixView, PolicyRow } from '@/lib/contract/policy-matrix'
import { useActionWords } from './use-action-words'

interface Props {
  roles: PolicyMatrixView['roles']
  rules: readonly PolicyRow[]
  onOpen(cell: { action: string; role: string }): void
}

const looks: Record<CellAnswer, { icon: LucideIcon; className: string }> = {
  yes: { icon: Check, className: 'text-ok' },
  no: { icon: Minus, className: 'text-muted' },
  depends: { icon: Split, className: 'text-attention' },
}

/** Roles against rules; each cell leads to what decides it. */
export function PolicyTable({ roles, rules, onOpen }: Props) {
  const t = useTranslations('adminPolicy')
  return (
    <section
      aria-label={t('title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-card border border-hairline bg-surface"
    >
      <table aria-label={t('title')} className="w-full border-collapse text-table">
        <thead>
          <tr className="border-hairline border-b text-left text-meta text-muted">
            <th scope="col" className="px-3 py-2 font-medium">
              {t('rule')}
            </th>
            {roles.map(({ name }) => (
              <th key={name} scope="col" className="px-2 py-2 font-medium">
                <code className="font-mono">{name}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="two-line-rows">
          {groupedRules(rules).map(([group, own]) => (
            <Fragment key={group}>
              <tr className="border-hairline border-b bg-canvas">
                <th scope="colgroup" colSpan={roles.length + 1} className="px-3 py-1 text-left font-semibold text-meta">
                  {t(`group.${group}`)}
                </th>
              </tr>
              {own.map((rule) => (
                <Row key={rule.action} rule={rule} roles={roles} onOpen={onOpen} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ rule, roles, onOpen }: { rule: PolicyRow } & Pick<Props, 'roles' | 'onOpen'>) {
  const t = useTranslations('adminPolicy')
  const words = useActionWords()(rule.action)
  return (
    <tr className="border-hairline border-b last:border-b-0 hover:bg-hover">
      <th scope="row" className="min-w-40 px-3 py-1 text-left font-normal">
        {words && <span className="block">{words}</span>}
        <span className="block text-meta">
          <code className={clsx('font-mono text-muted wrap-anywhere', words && 'compact:hidden')}>{rule.action}</code>
          {rule.source === 'file' && <span className="ml-2 text-attention">{t('fromFile')}</span>}
        </span>
      </th>
      {roles.map(({ name: role }) => {
        const answer = answerOf(rule, role)
        const { icon: Icon, className } = looks[answer]
        return (
          <td key={role} className="px-1 py-0!">
            <button
              type="button"
              aria-label={t('cell', { action: rule.action, role, answer: t(answer) })}
              onClick={() => onOpen({ action: rule.action, role })}
              className="inline-flex min-h-7 items-center gap-1 whitespace-nowrap rounded-control px-1.5 text-meta hover:bg-canvas"
            >
              <Icon size={14} aria-hidden className={clsx('shrink-0', className)} />
              {t(answer)}
            </button>
          </td>
        )
      })}
    </tr>
  )
}
