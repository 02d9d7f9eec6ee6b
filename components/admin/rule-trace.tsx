'use client'

import { Check, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Clause, PolicyDecision } from '@/lib/contract/policy-decision'
import type { RulePlace } from '@/lib/contract/policy-matrix'

interface Props {
  /** The action that was asked about, which may need another rule as well. */
  asked: string
  decision: PolicyDecision
  at?: RulePlace | null | undefined
}

/** The rule that decides, where it stands, and what each part of it came to. */
export function RuleTrace({ asked, decision, at }: Props) {
  const t = useTranslations('adminPolicy')
  return (
    <div className="space-y-3 text-table">
      <section>
        <h3 className="font-medium text-meta text-muted">{t('ruleOf', { action: decision.action })}</h3>
        {decision.action !== asked && <p>{t('alsoNeeded', { action: asked })}</p>}
        <code className="block font-mono text-meta wrap-anywhere">{decision.rule || '""'}</code>
        <p className="text-meta text-muted wrap-anywhere">
          {at ? t('place', { file: at.file, line: String(at.line) }) : t(decision.source === 'file' ? 'fromFile' : 'fromDefault')}
        </p>
      </section>
      <section>
        <h3 className="font-medium text-meta text-muted">{t('trace')}</h3>
        <ul>
          <Part clause={decision.trace} />
        </ul>
      </section>
    </div>
  )
}

function Part({ clause: { kind, text, holds, parts, found, wanted } }: { clause: Clause }) {
  const t = useTranslations('adminPolicy')
  const Icon = holds ? Check : X
  return (
    <li className="mt-1">
      <p className="flex items-start gap-1.5">
        <Icon size={14} aria-hidden className={holds ? 'mt-0.5 shrink-0 text-ok' : 'mt-0.5 shrink-0 text-failed'} />
        <span className="min-w-0">
          <span className="sr-only">{t(holds ? 'holds' : 'fails')} </span>
          {kind === 'and' || kind === 'or' ? t(kind) : <code className="font-mono text-meta wrap-anywhere">{text}</code>}
          {found !== undefined && (
            <span className="block text-meta text-muted wrap-anywhere">
              {t('compared', { found: found ?? '–', wanted: wanted ?? '–' })}
            </span>
          )}
        </span>
      </p>
      {parts && (
        <ul className="ml-1.5 border-hairline border-l pl-3">
          {parts.map((part) => (
            <Part key={part.text} clause={part} />
          ))}
        </ul>
      )}
    </li>
  )
}
