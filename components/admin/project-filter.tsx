'use client'

import { type FormEvent, useEffect, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { useKnownProjects } from '@/components/sharing/use-project-names'

interface Props {
  /** A name or an id; empty for all projects. */
  project: string
  onChange(project: string): void
}

/** A field for a project: the names that are known are offered. It counts with Enter or on leaving the field. */
export function ProjectFilter({ project, onChange }: Props) {
  const t = useTranslations('adminImages')
  const id = useId()
  const known = useKnownProjects()
  const [text, setText] = useState(project)
  useEffect(() => setText(project), [project])
  const apply = () => text.trim() !== project && onChange(text.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply()
  }
  return (
    <form onSubmit={submit} className="w-full sm:w-56">
      <input
        type="search"
        list={id}
        aria-label={t('project')}
        placeholder={t('project')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
        className={controlClass}
      />
      <datalist id={id}>
        {known.map((one) => (
          <option
            key={one.id}
            value={known.some(({ name, id: other }) => name === one.name && other !== one.id) ? one.id : one.name}
          >
            {one.name}
          </option>
        ))}
      </datalist>
    </form>
  )
}
