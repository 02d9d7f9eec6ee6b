'use client'

import { useTranslations } from 'use-intl'
import { Chips } from './chips'
import type { Drafts } from './use-drafts'
import type { PropertyEditor } from './use-property-editor'

/** The image's tags, to add to and to take from. */
export function TagEditor({ editor, drafts }: { editor: PropertyEditor; drafts: Drafts }) {
  const draft = { text: drafts.texts.tag, type: (tag: string) => drafts.type({ tag }) }
  const t = useTranslations('image')
  return (
    <section className="rounded-card border border-hairline bg-surface">
      <h2 className="border-hairline border-b px-4 py-3 font-semibold text-body">{t('tags')}</h2>
      <div className="px-4 py-3">
        <Chips label={t('tags')} values={editor.after.tags} draft={draft} onChange={editor.setTags} />
      </div>
    </section>
  )
}
