'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { ExplanationView } from '@/components/explanations/explanation-view'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ShownName } from '@/components/ui/shown-name'
import { StateBadge } from '@/components/ui/state-badge'
import { explainInput } from '@/lib/client/explain-input'
import type { ImageView } from '@/lib/client/image-view'
import { imageOf, oneRefusal } from '@/lib/client/refusals'
import { answerWhy } from '@/lib/client/why-answer'
import type { ExplainInput, Explanation } from '@/lib/contract/explanation'
import { ActionSelect } from './action-select'
import { AlikeImages } from './alike-images'
import type { Subject } from './subject'

/** Asks the policy why the person, or for administrators somebody else, may or may not do something. */
export function WhyForm({ subject: { requestId, imageId } }: { subject: Subject }) {
  const t = useTranslations('diagnostics.why')
  const { project, roles } = useSignedIn()
  const { data: refusal, isLoading } = useQuery({ ...oneRefusal(requestId ?? '', project.id), enabled: requestId !== undefined })
  const { mutate, data, error, isPending } = useMutation({ mutationFn: (input: ExplainInput) => answerWhy(input) })
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(explainInput(new FormData(event.currentTarget)))
  }
  const form = useRef<HTMLFormElement>(null)
  const askAbout = (id: string) => {
    const field = form.current?.elements.namedItem('image_id')
    if (field instanceof HTMLInputElement) field.value = id
    form.current?.requestSubmit()
  }
  return (
    <section aria-labelledby="why" className="rounded-card border border-hairline bg-surface">
      <div className="border-hairline border-b px-4 py-3">
        <h2 id="why" className="font-semibold text-body">
          {t('title')}
        </h2>
        <p className="text-muted text-table">{t('lead')}</p>
      </div>
      {/* What is known of the refused request is the first thing to ask about. */}
      <form ref={form} key={refusal?.request_id} onSubmit={ask} className="space-y-3 px-4 py-3">
        <Field id="why-action" label={t('action')}>
          <ActionSelect id="why-action" first={refusal?.action ?? undefined} />
        </Field>
        <TextField name="image_id" initial={imageId ?? (refusal && imageOf(refusal))} />
        {roles.includes('admin') && <Simulation />}
        <Button type="submit" disabled={isPending || isLoading}>
          {t(isPending ? 'asking' : 'ask')}
        </Button>
      </form>
      <div aria-live="polite" className="px-4 pb-3 empty:hidden">
        {error && <ProblemNotice error={error} />}
        {data && !error && ('images' in data ? <AlikeImages {...data} onChoose={askAbout} /> : <Answer {...data} />)}
      </div>
    </section>
  )
}

function Answer({ explanation, image }: { explanation: Explanation; image?: ImageView }) {
  const t = useTranslations('diagnostics.why')
  const { allowed, action } = explanation
  return (
    <div className="space-y-3">
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge tone={allowed ? 'ok' : 'failed'}>{t(allowed ? 'allowed' : 'refused')}</StateBadge>
        <code className="break-all font-mono text-meta">{action}</code>
      </p>
      {image && (
        <p className="text-table">
          <ShownName name={image.name ?? image.id} />
          <code className="block break-all font-mono text-meta text-muted">{image.id}</code>
        </p>
      )}
      {allowed ? null : <ExplanationView explanation={explanation} />}
    </div>
  )
}

/** Whose question it is, for administrators. */
function Simulation() {
  const t = useTranslations('diagnostics.why')
  return (
    <details className="text-table">
      <summary className="min-h-6 w-fit rounded-control leading-6">{t('simulate')}</summary>
      <div className="mt-2 space-y-3">
        <TextField name="user" />
        <TextField name="project" />
        <TextField name="roles" />
      </div>
    </details>
  )
}

interface TextFieldProps {
  name: 'image_id' | 'user' | 'project' | 'roles'
  initial?: string | undefined | null
}

function TextField({ name, initial }: TextFieldProps) {
  const t = useTranslations('diagnostics.why')
  const id = `why-${name}`
  return (
    <Field id={id} label={t(name)} hint={t(`${name}Hint`)}>
      <input
        id={id}
        name={name}
        defaultValue={initial ?? ''}
        aria-describedby={describedBy(id)}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        className={controlClass}
      />
    </Field>
  )
}
