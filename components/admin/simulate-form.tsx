'use client'

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import { useTranslations } from 'use-intl'
import { ActionSelect } from '@/components/diagnostics/action-select'
import { ExplanationView } from '@/components/explanations/explanation-view'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { StateBadge } from '@/components/ui/state-badge'
import { useJoined } from '@/components/ui/use-joined'
import { explainInput } from '@/lib/client/explain-input'
import { explain } from '@/lib/client/explanations'
import type { ExplainInput, Explanation } from '@/lib/contract/explanation'
import { RuleTrace } from './rule-trace'

const fields = ['user', 'project', 'roles', 'image_id'] as const

/** Asks what somebody, or whoever has some roles, may do with an image; nothing is done. */
export function SimulateForm() {
  const t = useTranslations()
  const id = useId()
  const { mutate, data, error, isPending } = useMutation({ mutationFn: (input: ExplainInput) => explain(input) })
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(explainInput(new FormData(event.currentTarget)))
  }
  return (
    <details className="rounded-card border border-hairline bg-surface">
      <summary className="min-h-8 rounded-card px-4 py-2 font-semibold text-body">{t('adminPolicy.simulate')}</summary>
      <form onSubmit={ask} className="border-hairline border-t px-4 py-3">
        <div className="grid max-w-180 gap-3 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <Field id={`${id}action`} label={t('diagnostics.why.action')}>
              <ActionSelect id={`${id}action`} />
            </Field>
          </div>
          {fields.map((name) => (
            <Field key={name} id={id + name} label={t(`diagnostics.why.${name}`)} hint={t(`diagnostics.why.${name}Hint`)}>
              <input
                id={id + name}
                name={name}
                aria-describedby={describedBy(id + name)}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                className={controlClass}
              />
            </Field>
          ))}
          <div>
            <Button type="submit" variant="primary" disabled={isPending}>
              {t(isPending ? 'diagnostics.why.asking' : 'adminPolicy.simulateNow')}
            </Button>
          </div>
        </div>
      </form>
      <div aria-live="polite" className="px-4 pb-3 empty:hidden">
        {error && <ProblemNotice error={error} />}
        {data && !error && <Result explanation={data} />}
      </div>
    </details>
  )
}

function Result({ explanation }: { explanation: Explanation }) {
  const t = useTranslations()
  const { items } = useJoined()
  const { allowed, user, project, roles, decision } = explanation
  return (
    <div className="space-y-3">
      <p className="flex flex-wrap items-center gap-2 text-table">
        <StateBadge tone={allowed ? 'ok' : 'failed'}>
          {t(allowed ? 'diagnostics.why.allowed' : 'diagnostics.why.refused')}
        </StateBadge>
        <span>
          {t('adminPolicy.whom', {
            user: user.name ?? user.id ?? t('adminPolicy.somebody'),
            project: project?.name ?? project?.id ?? '–',
            roles: items(roles),
            count: roles.length,
          })}
        </span>
      </p>
      {!allowed && <ExplanationView explanation={explanation} besideTrace />}
      <RuleTrace asked={explanation.action} decision={decision} />
    </div>
  )
}
