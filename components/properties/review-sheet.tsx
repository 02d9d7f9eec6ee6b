'use client'

import { ArrowRight } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import { ShownName } from '@/components/ui/shown-name'
import { useJoined } from '@/components/ui/use-joined'
import { nameText } from '@/lib/client/name-text'
import { changesBetween, tagChanges } from '@/lib/client/properties/property-changes'
import { ConflictView } from './conflict-view'
import { Misfit } from './misfit'
import { PropertyValue } from './property-value'
import { useConflictPicks } from './use-conflict-picks'
import type { DefinitionPicks } from './use-definition-picks'
import type { PropertyEditor } from './use-property-editor'
import { useSave } from './use-save'

interface Props {
  imageId: string
  editor: PropertyEditor
  picks: DefinitionPicks
  /** The new properties that have no value yet. */
  missing: readonly string[]
  /** Leads to a property, to mend it. */
  onGoTo(name: string): void
  onClose(): void
}

/** Says what will change, then changes that and nothing else. */
export function ReviewSheet({ imageId, editor, picks, missing, onGoTo, onClose }: Props) {
  const t = useTranslations()
  const { save, conflicts } = useSave({ imageId, editor, onSaved: onClose })
  const missingId = useId()
  const { chosen, undecided, choose } = useConflictPicks(editor, conflicts)
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('properties.reviewTitle')}
      lead={t('properties.reviewLead')}
      footer={
        <>
          <Button onClick={onClose}>{t('properties.goOn')}</Button>
          <Button
            variant="primary"
            disabled={save.isPending || undecided.length > 0 || missing.length > 0}
            aria-describedby={missing.length > 0 ? missingId : undefined}
            onClick={() => save.mutate()}
          >
            {t(save.isPending ? 'properties.saving' : 'properties.save')}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {save.error && <ProblemNotice error={save.error} />}
        {conflicts.length > 0 && <ConflictView conflicts={conflicts} chosen={chosen} onChoose={choose} />}
        {missing.length > 0 && <Missing {...{ id: missingId, names: missing, onGoTo }} />}
        <Changes editor={editor} picks={picks} open={[...undecided, ...missing]} />
      </div>
    </Sheet>
  )
}

interface MissingProps {
  id: string
  names: readonly string[]
  onGoTo(name: string): void
}

/** Says which properties still wait for a value, and leads to each. */
function Missing({ id, names, onGoTo }: MissingProps) {
  const t = useTranslations('properties')
  return (
    <div id={id}>
      <Notice
        tone="attention"
        title={t('missingTitle', { count: names.length })}
        actions={names.map((name) => (
          <Button key={name} size="small" onClick={() => onGoTo(name)} className="h-auto min-h-7 max-w-full shrink">
            <span className="wrap-anywhere">{t('goTo', { name: nameText(name) })}</span>
          </Button>
        ))}
      >
        <p>{t('missingText')}</p>
      </Notice>
    </div>
  )
}

interface ChangesProps extends Pick<Props, 'editor' | 'picks'> {
  /** Nobody can say yet what these become. */
  open: readonly string[]
}

function Changes({ editor: { before, after, count }, picks, open }: ChangesProps) {
  const t = useTranslations('properties')
  const { items } = useJoined()
  const { added, removed } = tagChanges(before, after)
  const changes = changesBetween(before, after).filter(({ name }) => !open.includes(name))
  if (count === 0 && open.length === 0) return <p className="text-muted text-table">{t('nothingLeft')}</p>
  if (changes.length + added.length + removed.length === 0) return null
  return (
    <ul aria-label={t('changes')} className="divide-y divide-hairline text-table">
      {changes.map(({ name, before: was, after: becomes }) => (
        <li key={name} className="py-2">
          <p className="wrap-anywhere font-medium font-mono text-meta">
            <ShownName name={name} />
          </p>
          <p className="flex flex-wrap items-center gap-2">
            <PropertyValue value={was} />
            <ArrowRight size={14} aria-hidden className="shrink-0 text-muted" />
            <span className="sr-only">{t('becomes')}</span>
            <PropertyValue value={becomes} />
          </p>
          {becomes !== null && <Misfit schema={picks.of(name).schema} was={was} value={becomes} />}
          {becomes === '' && <p className="text-attention text-meta">{t('storesEmpty')}</p>}
        </li>
      ))}
      {added.length + removed.length > 0 && (
        <li className="py-2">
          <p className="font-medium">{t('tags')}</p>
          {added.length > 0 && <p className="wrap-anywhere">{t('tagsAdded', { tags: items(added) })}</p>}
          {removed.length > 0 && <p className="wrap-anywhere">{t('tagsRemoved', { tags: items(removed) })}</p>}
        </li>
      )}
    </ul>
  )
}
