'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { JsonEditor, JsonMisfits } from './json-editor'
import { Lockable } from './lockable'
import { PropertyRow } from './property-row'
import type { DefinitionPicks } from './use-definition-picks'
import type { Drafts } from './use-drafts'
import type { PropertyEditor } from './use-property-editor'
import type { PropertyJson } from './use-property-json'
import { usePropertyView, ViewSwitch } from './view-switch'

interface Props {
  editor: PropertyEditor
  drafts: Drafts
  json: PropertyJson
  picks: DefinitionPicks
  /** The id of what says why they cannot be changed, where they cannot. */
  lock: string | undefined
}

/** Every property that the image has, or had before it was edited: one by one, or as JSON. */
export function OwnProperties({ editor, drafts, json, picks, lock }: Props) {
  const t = useTranslations('image')
  const [view, setView] = usePropertyView()
  return (
    <section className="rounded-card border border-hairline bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-2 border-hairline border-b px-4 py-2">
        <h2 className="font-semibold text-body">{t('properties')}</h2>
        <ViewSwitch view={view} onChange={(next) => void setView(next)} />
      </div>
      {view === 'json' && <JsonEditor json={json} lock={lock} />}
      {view === 'form' && json.misfits.length > 0 && <BrokenJson json={json} onMend={() => void setView('json')} />}
      {view === 'form' && json.misfits.length === 0 && (
        <Lockable lock={lock}>
          <PropertyList editor={editor} drafts={drafts} picks={picks} />
        </Lockable>
      )}
    </section>
  )
}

/** Stands where the form would: it could only show what the text no longer says. */
function BrokenJson({ json, onMend }: { json: PropertyJson; onMend(): void }) {
  const t = useTranslations('properties.json')
  return (
    <div className="px-4 py-3">
      <Notice
        tone="failed"
        role="alert"
        title={t('brokenTitle')}
        actions={
          <>
            <Button onClick={onMend}>{t('mend')}</Button>
            <Button onClick={json.drop}>{t('drop')}</Button>
          </>
        }
      >
        <JsonMisfits misfits={json.misfits} />
      </Notice>
    </div>
  )
}

function PropertyList({ editor, drafts, picks }: Pick<Props, 'editor' | 'drafts' | 'picks'>) {
  const t = useTranslations('image')
  const names = [...new Set([...Object.keys(editor.before.properties), ...Object.keys(editor.after.properties)])]
  if (names.length === 0) return <p className="px-4 py-3 text-muted text-table">{t('noProperties')}</p>
  return (
    <ul aria-label={t('properties')} className="divide-y divide-hairline">
      {names
        .sort((a, b) => a.localeCompare(b))
        .map((name) => (
          <PropertyRow key={name} {...{ name, editor, drafts, picks }} />
        ))}
    </ul>
  )
}
