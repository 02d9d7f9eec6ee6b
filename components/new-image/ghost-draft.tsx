'use client'

import { FileSearch, X } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Notice } from '@/components/ui/notice'
import { byteText } from '@/lib/client/byte-text'
import { pickFiles } from '@/lib/client/uploads/chosen-files'
import { type KeptDraft, withFile } from '@/lib/client/uploads/kept-drafts'

interface Props {
  draft: KeptDraft
  onFound(draft: KeptDraft): void
  onRemove(): void
}

/** A form from before a reload, which goes on once the same file is chosen. */
export function GhostDraft({ draft, onFound, onRemove }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const [wrong, setWrong] = useState(false)
  const { name, size } = draft.mark
  const choose = async () => {
    const [chosen] = (await pickFiles(false)) ?? []
    if (!chosen) return
    const found = await withFile(draft, chosen)
    setWrong(found === null)
    if (found) onFound(found)
  }
  return (
    <section aria-label={draft.form.name || name} className="rounded-card border border-hairline bg-surface p-4">
      <div className="mb-3 flex items-start justify-between gap-2">
        <p className="min-w-0 wrap-anywhere font-medium text-body">{draft.form.name || name}</p>
        <IconButton label={t('upload.remove', { file: name })} onClick={onRemove} size="small">
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <Notice
        tone={wrong ? 'failed' : 'waiting'}
        role="status"
        title={wrong ? t('uploads.hint.wrongFile') : t('newImage.keptTitle')}
        actions={
          <Button onClick={choose} aria-label={t('uploads.chooseFile', { name: draft.form.name || name })}>
            <FileSearch size={16} aria-hidden />
            {t('uploads.chooseFileShort')}
          </Button>
        }
      >
        <p className="wrap-anywhere">{t('uploads.hint.needsFile', { file: name, size: byteText(size, locale) })}</p>
      </Notice>
    </section>
  )
}
