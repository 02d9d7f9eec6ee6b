'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { parseAsString, useQueryState } from 'nuqs'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { useSignedIn } from '@/components/layout/session'
import { useDefinitionText } from '@/components/metadefs/use-definition-text'
import { IconButton } from '@/components/ui/icon-button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { SkeletonLines } from '@/components/ui/skeleton'
import { useJoined } from '@/components/ui/use-joined'
import { type Definition, type DefinitionGroup, definitionsQuery, searchDefinitions } from '@/lib/client/properties/definitions'

interface Props {
  /** The names that the image has. */
  taken: ReadonlySet<string>
  disabled: boolean
  onAdd(definition: Definition, namespace: string): void
}

/** What images can say of themselves, by the metadata definitions, to be searched and added. */
export function Catalogue({ taken, disabled, onAdd }: Props) {
  const t = useTranslations('properties')
  const id = useId()
  const { project } = useSignedIn()
  const [text, setText] = useQueryState('q', parseAsString.withDefault(''))
  const say = useDefinitionText()
  const { data: groups, error, refetch } = useQuery(definitionsQuery(project.id))
  const found = groups && searchDefinitions(groups, text, say)
  return (
    <section aria-labelledby={`${id}title`} className="rounded-card border border-hairline bg-surface">
      <div className="border-hairline border-b px-4 py-3">
        <h2 id={`${id}title`} className="font-semibold text-body">
          {t('catalogue')}
        </h2>
        <label htmlFor={id} className="mt-2 mb-1 block text-meta text-muted">
          {t('search')}
        </label>
        <input
          id={id}
          type="search"
          value={text}
          onChange={(event) => void setText(event.target.value || null)}
          className={controlClass}
        />
      </div>
      {error && <ProblemNotice error={error} onRetry={refetch} stale={groups !== undefined} />}
      {!found && !error && (
        <div className="px-4 py-3">
          <SkeletonLines count={8} />
        </div>
      )}
      {found?.length === 0 && <p className="px-4 py-3 text-muted text-table">{t(text ? 'noMatch' : 'noDefinitions')}</p>}
      <div className="divide-y divide-hairline">
        {found?.map((group) => (
          <Group key={group.namespace} group={group} open={text !== ''} {...{ taken, disabled, onAdd }} />
        ))}
      </div>
    </section>
  )
}

function Group({ group, open, taken, disabled, onAdd }: Props & { group: DefinitionGroup; open: boolean }) {
  const t = useTranslations('properties')
  const { aside } = useJoined()
  const say = useDefinitionText()
  return (
    // A new search opens what it has found; after that the person decides.
    <details key={String(open)} open={open}>
      <summary className="px-4 py-2 text-table">
        {say(group.title)}
        <span className="text-muted">{aside(group.definitions.length)}</span>
      </summary>
      <ul className="pb-2">
        {group.definitions.map((definition) => (
          <li key={definition.name} className="flex items-start justify-between gap-2 px-4 py-1">
            <span className="min-w-0">
              <code className="wrap-anywhere font-mono text-meta">{definition.name}</code>
              <span className="block text-meta text-muted">{say(definition.schema.title)}</span>
            </span>
            {taken.has(definition.name) || definition.schema.readonly ? (
              <span className="shrink-0 text-meta text-muted leading-6">
                {t(taken.has(definition.name) ? 'isSet' : 'readOnly')}
              </span>
            ) : (
              !disabled && (
                <IconButton
                  label={t('addName', { name: definition.name })}
                  size="small"
                  onClick={() => onAdd(definition, group.namespace)}
                >
                  <Plus size={14} aria-hidden />
                </IconButton>
              )
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
