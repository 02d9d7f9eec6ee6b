'use client'

import { FileUp, X } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { TextInput } from '@/components/form/text-input'
import { buttonClass } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { ImportSource } from '@/lib/client/metadefs/dry-run'

interface Props {
  sources: ImportSource[]
  onChange(sources: ImportSource[]): void
}

/** Where definitions come from: a text to paste, or files; a single one can be mended in place. */
export function ImportSources({ sources, onChange }: Props) {
  const t = useTranslations('metadefs.import')
  const id = useId()
  const [first] = sources
  const choose = async (files: FileList | null) => {
    if (!files || files.length === 0) return
    onChange(await Promise.all([...files].map(async (file) => ({ file: file.name, text: await file.text() }))))
  }
  const without = (gone: ImportSource) => {
    const rest = sources.filter((source) => source !== gone)
    onChange(rest.length > 0 ? rest : [{ file: null, text: '' }])
  }
  return (
    <div className="space-y-3">
      {sources.length === 1 && first && (
        <TextInput
          label={t('text')}
          hint={first.file ? t('fromFile', { file: first.file }) : t('textHint')}
          value={first.text}
          onChange={(text) => onChange([{ ...first, text }])}
          rows={10}
          mono
        />
      )}
      {sources.length > 1 && (
        <ul aria-label={t('files')} className="divide-y divide-hairline rounded-card border border-hairline">
          {sources.map((source) => (
            <li key={source.file} className="flex items-center justify-between gap-2 px-3 py-1 text-table">
              <span className="wrap-anywhere">{source.file}</span>
              <IconButton label={t('without', { file: source.file ?? '' })} size="small" onClick={() => without(source)}>
                <X size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <label htmlFor={id} className={buttonClass({ className: 'has-focus-visible:outline-2' })}>
        <FileUp size={16} aria-hidden />
        {t('choose')}
        <input
          id={id}
          type="file"
          multiple
          accept=".json,application/json"
          onChange={({ target }) => {
            void choose(target.files)
            target.value = ''
          }}
          className="sr-only"
        />
      </label>
    </div>
  )
}
