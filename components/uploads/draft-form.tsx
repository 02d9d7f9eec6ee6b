'use client'

import { Pencil, X } from 'lucide-react'
import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl'
import { NameField } from '@/components/images/name-field'
import { IconButton } from '@/components/ui/icon-button'
import { ShownName } from '@/components/ui/shown-name'
import type { Draft } from '@/lib/client/uploads/draft'
import type { UploadForm } from '@/lib/client/uploads/upload'
import { Advanced, DiskFormatField, MinDiskField, VisibilityField } from './draft-fields'
import { isToCheck, misfitsOf } from './draft-misfits'
import { useVerdictSummary, VerdictNotice } from './verdict-notice'

interface Props {
  draft: Draft
  /** Misfits are said once the person has tried to start. */
  checked: boolean
  removable: boolean
  /** One among many: a line is enough where nothing is to be decided. */
  brief: boolean
  onChange(form: Partial<UploadForm>): void
  onAnyway(anyway: boolean): void
  onRemove(): void
}

/** The form of one file, or a line that opens it. */
export function DraftForm({ draft, checked, removable, brief, onChange, onAnyway, onRemove }: Props) {
  const t = useTranslations('upload')
  const id = useId()
  const { file } = draft
  const misfits = checked ? misfitsOf(draft) : new Set()
  const [opened, setOpened] = useState(() => !brief || isToCheck(draft))
  const isOpen = opened || misfits.size > 0
  const open = () => {
    flushSync(() => setOpened(true))
    document.getElementById(`${id}name`)?.focus()
  }
  return (
    <fieldset className={isOpen ? 'min-w-0 rounded-card border border-hairline p-4' : 'min-w-0 border-hairline border-b pb-2'}>
      <legend className="sr-only">
        <ShownName name={file.name} />
      </legend>
      <div className={isOpen ? 'mb-3 flex items-start gap-2' : 'flex items-start gap-2'}>
        <div className="min-w-0 flex-1">
          <p className="wrap-anywhere font-mono text-table">
            <ShownName name={file.name} />
          </p>
          {!isOpen && <Summary draft={draft} />}
        </div>
        {!isOpen && (
          <IconButton label={t('edit', { file: file.name })} onClick={open} size="small">
            <Pencil size={14} aria-hidden />
          </IconButton>
        )}
        {removable && (
          <IconButton label={t('remove', { file: file.name })} onClick={onRemove} size="small">
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      {isOpen && <OpenForm id={id} draft={draft} misfits={misfits} onChange={onChange} onAnyway={onAnyway} />}
    </fieldset>
  )
}

function Summary({ draft }: { draft: Draft }) {
  const t = useTranslations('visibility')
  const summary = useVerdictSummary(draft)
  return (
    <p className="text-meta text-muted">
      {summary} · {t(draft.form.visibility)}
    </p>
  )
}

type OpenFormProps = Pick<Props, 'draft' | 'onChange' | 'onAnyway'> & { id: string; misfits: ReadonlySet<unknown> }

function OpenForm({ id, draft, misfits, onChange, onAnyway }: OpenFormProps) {
  const { form } = draft
  return (
    <>
      <VerdictNotice draft={draft} insistent={misfits.has('objection')} onAnyway={onAnyway} />
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <NameField
            id={`${id}name`}
            value={form.name}
            missing={misfits.has('name')}
            first
            onChange={(name) => onChange({ name })}
          />
        </div>
        <DiskFormatField id={`${id}disk`} draft={draft} onChange={onChange} missing={misfits.has('diskFormat')} />
        <MinDiskField id={`${id}min`} draft={draft} onChange={onChange} wrong={misfits.has('minDisk')} />
        <VisibilityField id={`${id}visibility`} value={form.visibility} onChange={onChange} />
      </div>
      <Advanced id={id} form={form} onChange={onChange} />
    </>
  )
}
