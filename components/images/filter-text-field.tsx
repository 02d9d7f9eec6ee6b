'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { ProjectPicker } from '@/components/sharing/project-picker'
import { useKnownProjects } from '@/components/sharing/use-project-names'
import { Button } from '@/components/ui/button'
import type { ImageFilter } from '@/lib/client/image-filters'
import { projectNamed } from '@/lib/client/known-projects'
import { useImageSearch } from './use-image-search'

interface Props {
  filter: ImageFilter
  onDone(): void
}

const id = 'filter-text'

/** One exact text; a project by its name where that is known. */
export function TextEditor({ filter, onDone }: Props) {
  const t = useTranslations('filters')
  const { search, change } = useImageSearch()
  const projects = useKnownProjects()
  const value = search[filter.name]
  const given = typeof value === 'string' ? value : ''
  const [text, setText] = useState(projects.find((project) => project.id === given)?.name ?? given)
  const [ambiguous, setAmbiguous] = useState(false)
  const owner = filter.name === 'owner'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const named = owner ? projectNamed(text, { projects, complete: false }) : null
    if (named?.kind === 'ambiguous') return setAmbiguous(true)
    const wanted = named?.kind === 'known' ? named.project.id : text.trim()
    change({ [filter.name]: wanted || null })
    onDone()
  }
  return (
    <form onSubmit={submit} className="space-y-3">
      <Field
        id={id}
        label={t(owner ? 'ownerLabel' : 'textLabel')}
        hint={t(owner ? 'ownerHint' : 'textHint')}
        error={ambiguous ? t('ambiguous') : undefined}
      >
        {owner ? (
          <ProjectPicker id={id} label={t('ownerLabel')} text={text} onChange={setText} projects={projects} invalid={ambiguous} />
        ) : (
          <input
            id={id}
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-describedby={describedBy(id)}
            spellCheck={false}
            className={`${controlClass} font-mono`}
          />
        )}
      </Field>
      <Button type="submit" variant="primary">
        {t('apply')}
      </Button>
    </form>
  )
}
