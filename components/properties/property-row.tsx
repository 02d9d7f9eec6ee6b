'use client'

import { RotateCcw, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { describedBy } from '@/components/form/field'
import { DefinitionWords } from '@/components/metadefs/definition-words'
import { useDefinitionText } from '@/components/metadefs/use-definition-text'
import { IconButton } from '@/components/ui/icon-button'
import { ShownName } from '@/components/ui/shown-name'
import { isReadOnly } from '@/lib/client/properties/new-properties'
import type { PropertySchema } from '@/lib/contract/metadefs'
import { DefinitionChoice } from './definition-choice'
import { Misfit } from './misfit'
import type { DefinitionPicks } from './use-definition-picks'
import type { Drafts } from './use-drafts'
import type { PropertyEditor } from './use-property-editor'
import { ValueControl } from './value-control'

interface Props {
  name: string
  editor: PropertyEditor
  picks: DefinitionPicks
  drafts: Drafts
}

/** Where the control of a property is, for whoever wants to bring the focus there. */
export function controlId(name: string): string {
  return `property-${encodeURIComponent(name)}`
}

/** One property of the image: what it is, its value, and the way to unset or restore it. */
export function PropertyRow({ name, editor, picks, drafts }: Props) {
  const t = useTranslations('properties')
  const say = useDefinitionText()
  const { before, after, set } = editor
  const was = Object.hasOwn(before.properties, name) ? (before.properties[name] ?? null) : null
  const value = Object.hasOwn(after.properties, name) ? (after.properties[name] ?? null) : null
  const id = controlId(name)
  const { schema } = picks.of(name)
  const readOnly = isReadOnly(name) || schema?.readonly === true
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <Name id={id} name={name} labelled={!readOnly && value !== null} />
          {schema && <span className="text-meta text-muted">{say(schema.title)}</span>}
        </p>
        <span className="flex items-center gap-1">
          <span className="text-meta text-muted">{t(readOnly ? 'readOnly' : schema ? 'defined' : 'custom')}</span>
          {was !== value && <span className="font-medium text-meta text-primary">{t(was === null ? 'new' : 'changed')}</span>}
          {was !== value && (
            <IconButton label={t('restore', { name })} size="small" onClick={() => set(name, was)}>
              <RotateCcw size={14} aria-hidden />
            </IconButton>
          )}
          {!readOnly && value !== null && (
            <IconButton label={t('unset', { name })} size="small" onClick={() => set(name, null)}>
              <X size={14} aria-hidden />
            </IconButton>
          )}
        </span>
      </div>
      <div className="mt-1">
        {value === null && <p className="text-attention text-table">{t('willBeRemoved', { value: was ?? '' })}</p>}
        {value !== null && readOnly && (
          <p className="wrap-anywhere font-mono text-meta">
            <ShownName name={value} lines />
          </p>
        )}
        {value !== null && !readOnly && (
          <ValueControl
            {...{ id, name, schema, value }}
            isNew={was === null}
            draft={drafts.elementOf(name)}
            onChange={(next) => set(name, next)}
          />
        )}
        {value !== null && <Hint id={id} schema={schema} was={was} value={value} />}
        {value !== null && <DefinitionChoice name={name} picks={picks} />}
      </div>
    </li>
  )
}

function Name({ id, name, labelled }: { id: string; name: string; labelled: boolean }) {
  const look = 'wrap-anywhere font-medium font-mono text-meta'
  return labelled ? (
    <label htmlFor={id} className={look}>
      <ShownName name={name} />
    </label>
  ) : (
    <span className={look}>
      <ShownName name={name} />
    </span>
  )
}

interface HintProps {
  id: string
  schema: PropertySchema | undefined
  was: string | null
  value: string
}

/** What the definition says, and what of the value does not fit it. */
function Hint({ id, schema, was, value }: HintProps) {
  const t = useTranslations('properties')
  return (
    <div id={describedBy(id)} className="mt-1 text-meta text-muted empty:hidden">
      <Misfit {...{ schema, was, value }} />
      {schema?.readonly && <p>{t('readOnlyDefinition')}</p>}
      {schema?.description && (
        <p className="wrap-anywhere">
          <DefinitionWords text={schema.description} />
        </p>
      )}
    </div>
  )
}
