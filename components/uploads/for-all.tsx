'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import type { UploadForm } from '@/lib/client/uploads/upload'
import { TagsField, VisibilityField } from './draft-fields'

interface Props {
  forms: readonly UploadForm[]
  onChange(form: Partial<UploadForm>): void
}

/** What is set for all files at once. Shows what they have in common, and that they differ where they do. */
export function ForAll({ forms, onChange }: Props) {
  const t = useTranslations('upload')
  const id = useId()
  const [first, ...others] = forms
  if (!first) return null
  const sameVisibility = others.every(({ visibility }) => visibility === first.visibility)
  const sameTags = others.every(({ tags }) => tags.join() === first.tags.join())
  const protectedCount = forms.filter((form) => form.protected).length
  return (
    <fieldset className="min-w-0 rounded-card border border-hairline bg-canvas p-4">
      <legend className="sr-only">{t('forAll', { count: forms.length })}</legend>
      <p aria-hidden className="mb-3 font-medium text-body">
        {t('forAll', { count: forms.length })}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <VisibilityField id={`${id}visibility`} value={sameVisibility ? first.visibility : null} onChange={onChange} />
        <TagsField id={`${id}tags`} value={sameTags ? first.tags : null} onChange={onChange} />
        <div className="sm:pt-6">
          <Checkbox
            label={t('protected')}
            checked={protectedCount === forms.length}
            ref={(box) => {
              if (box) box.indeterminate = protectedCount > 0 && protectedCount < forms.length
            }}
            onChange={(event) => onChange({ protected: event.target.checked })}
          />
        </div>
      </div>
    </fieldset>
  )
}
