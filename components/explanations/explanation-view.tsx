'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useTerm } from '@/components/ui/use-term'
import type { TermKind } from '@/lib/client/server-words'
import type { Explanation, Need, OtherCause } from '@/lib/contract/explanation'
import type { Clause } from '@/lib/contract/policy-decision'

interface Props {
  explanation: Explanation
  /** The rule and what each part of it came to stand beside this already. */
  besideTrace?: boolean
}

/** Why something is not allowed: who can change it, the rule, the roles, and what did not hold. */
export function ExplanationView({ explanation, besideTrace = false }: Props) {
  const { other_causes: causes, decision } = explanation
  return (
    <div className="space-y-3 text-table">
      {!decision.allowed && <Ways explanation={explanation} />}
      {causes.length > 0 && <OtherCauses causes={causes} alone={decision.allowed} />}
      {!decision.allowed && !besideTrace && <RulePart explanation={explanation} />}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="font-medium text-meta text-muted">{title}</h3>
      {children}
    </section>
  )
}

/** What of the API the value of a cause is. */
const termKinds: Partial<Record<OtherCause['cause'], TermKind>> = {
  status: 'status',
  notShared: 'visibility',
  membershipPending: 'sharing.status',
}

interface OtherProps {
  causes: Explanation['other_causes']
  /** The policy itself allows it. */
  alone: boolean
}

function OtherCauses({ causes, alone }: OtherProps) {
  const t = useTranslations('why')
  const term = useTerm()
  const shown = ({ cause, value = '' }: OtherCause) => {
    const kind = termKinds[cause]
    return kind ? term(kind, value) : value
  }
  return (
    <Part title={t(alone ? 'obstacleTitle' : 'otherTitle')}>
      <ul className="space-y-1">
        {causes.map((each) => (
          <li key={each.cause}>
            {t(`cause.${each.cause}`, { value: shown(each) })}
            <span className="block text-muted">{t('mendedBy', { who: t(`who.${each.who}`) })}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Ways({ explanation }: { explanation: Explanation }) {
  const t = useTranslations('why')
  const { project, roles, ways } = explanation
  return (
    <>
      <Part title={t('waysTitle')}>
        <ul className="list-disc space-y-1 pl-4">
          {ways.map(({ needs }) => (
            <li key={needs.map(({ value }) => value).join()}>
              <Way needs={needs} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('rolesTitle', { project: project?.name ?? project?.id ?? '–' })}>
        <p>{roles.length > 0 ? <code className="font-mono text-meta">{roles.join(', ')}</code> : t('noRoles')}</p>
      </Part>
    </>
  )
}

function RulePart({ explanation }: { explanation: Explanation }) {
  const t = useTranslations('why')
  const { action, decision, failed_clauses } = explanation
  return (
    <>
      <Part title={t('clausesTitle')}>
        <ul className="space-y-1">
          {failed_clauses.map((clause) => (
            <li key={clause.text}>
              <FailedClause clause={clause} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('policyTitle', { action: decision.action })}>
        {decision.action !== action && <p>{t('alsoNeeded', { action })}</p>}
        <code className="block wrap-anywhere font-mono text-meta">{decision.rule || '""'}</code>
        <p className="text-meta text-muted">{t(decision.source === 'file' ? 'fromFile' : 'fromDefault')}</p>
      </Part>
    </>
  )
}

function Way({ needs }: { needs: readonly Need[] }) {
  const t = useTranslations('why')
  const term = useTerm()
  const said = needs.map(({ kind, who, value: word, project }) => {
    const name = kind === 'role' && !project ? 'roleAnywhere' : kind
    const value = kind === 'visibility' ? term(kind, word) : word
    return t('way', { who: t(`who.${who}`), what: t(`need.${name}`, { value, project: project?.name ?? project?.id ?? '' }) })
  })
  return said.join(` ${t('and')} `)
}

function FailedClause({ clause: { text, kind, found, wanted } }: { clause: Clause }) {
  const t = useTranslations('why')
  const compared = kind === 'role' || kind === 'attribute'
  return (
    <>
      <code className="wrap-anywhere font-mono text-meta">{text}</code>
      {compared && (
        <span className="block text-meta text-muted">
          {found ? t('clause', { found, wanted: wanted ?? '–' }) : t('clauseNothing', { wanted: wanted ?? '–' })}
        </span>
      )}
    </>
  )
}
