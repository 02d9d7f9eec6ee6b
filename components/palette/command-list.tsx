'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { HeldTyping } from '@/lib/client/held-typing'
import { type Command, type CommandGroup, fitting, without } from './command'
import { useOfferedControls } from './offered-controls'
import { useActionCommands, useImageSearchCommands, usePageCommands, useProjectCommands } from './use-commands'

/** What the list needs of whoever has opened it. */
export interface Finding {
  onRun(command: Command): void
  onHelp(): void
  /** Gives what was typed before the field was there. */
  onTakeTyping(): HeldTyping
}

interface Props extends Finding {
  /** What the image has whose page is open. */
  ofImage?: readonly Command[]
}

/** A field, and below it what fits the text in it. */
export function CommandList({ onRun, onHelp, onTakeTyping, ofImage }: Props) {
  const t = useTranslations('commands')
  const [text, setText] = useState('')
  const { groups, known, isFetching, error } = useGroups({ text, onHelp, ofImage })
  const takeTyping = () => {
    const typed = onTakeTyping()
    if (typed.text) setText(typed.text)
    const first = fitting(known, typed.text)[0]?.items[0]
    if (typed.entered && first) onRun(first)
  }
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      autoHighlight="always"
      keepHighlight
      items={groups}
      value={text}
      onValueChange={(value, { reason }) => reason !== 'item-press' && setText(value)}
      itemToStringValue={({ label }: Command) => label}
    >
      <div className="flex items-center gap-2 border-hairline border-b px-4">
        <Search size={16} aria-hidden className="shrink-0 text-muted" />
        <Autocomplete.Input
          aria-label={t('open')}
          placeholder={t('short')}
          onFocus={takeTyping}
          className="h-12 min-w-0 flex-1 bg-transparent text-body outline-none"
        />
      </div>
      {error && (
        <div className="p-2">
          <ProblemNotice error={error} />
        </div>
      )}
      <Autocomplete.Status className="sr-only">
        {isFetching ? t('searching') : t('found', { count: groups.flatMap(({ items }) => items).length })}
      </Autocomplete.Status>
      <Autocomplete.Empty className="px-4 py-6 text-center text-muted text-table empty:hidden">{t('none')}</Autocomplete.Empty>
      <Autocomplete.List aria-label={t('list')} className="overflow-y-auto p-2 empty:hidden">
        {({ value, items }: CommandGroup) => (
          <Autocomplete.Group key={value} items={items} className="pb-2">
            <Autocomplete.GroupLabel className="px-2 py-1 text-meta text-muted">{value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: Command) => <Row key={item.id} command={item} onRun={onRun} />}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}

function Row({ command, onRun }: { command: Command; onRun(command: Command): void }) {
  const { label, hint, refused, icon } = command
  return (
    <Autocomplete.Item
      value={command}
      onClick={() => onRun(command)}
      aria-disabled={refused !== undefined || undefined}
      className="flex min-h-9 cursor-default items-center gap-2 rounded-control px-2 text-table outline-none data-highlighted:bg-hover"
    >
      <Picture icon={icon} />
      <span className={clsx('min-w-0 flex-1', refused === undefined ? 'truncate' : 'py-1.5 text-muted')}>
        {label}
        {refused !== undefined && <span className="block text-meta">{refused}</span>}
      </span>
      {hint && <span className="min-w-0 max-w-[45%] truncate text-meta text-muted">{hint}</span>}
    </Autocomplete.Item>
  )
}

function Picture({ icon: Icon }: Pick<Command, 'icon'>) {
  if (!(Icon instanceof SVGElement)) return <Icon size={16} aria-hidden className="shrink-0 text-muted" />
  return (
    <span
      aria-hidden
      ref={(here) => here?.replaceChildren(Icon.cloneNode(true))}
      className="shrink-0 text-muted [&>svg]:size-4 [&>svg]:shrink-0"
    />
  )
}

/** What fits the text; images are searched once the typing rests. */
function useGroups({ text, onHelp, ofImage = [] }: { text: string } & Pick<Props, 'onHelp' | 'ofImage'>) {
  const t = useTranslations('commands')
  const { commands, isFetching, error } = useImageSearchCommands(useRested(text.trim()))
  const controls = useOfferedControls()
  const here = [...controls, ...without(ofImage, controls)]
  const pages = usePageCommands()
  const actions = without(useActionCommands(onHelp), here)
  const projects = useProjectCommands()
  const known = [
    { value: t('thisPage'), items: here },
    { value: t('pages'), items: pages },
    { value: t('actions'), items: actions },
    { value: t('projects'), items: projects },
  ]
  const images = { value: t('images'), items: commands }
  return { groups: [...fitting(known, text), ...(commands.length > 0 ? [images] : [])], known, isFetching, error }
}

const restMs = 200

function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
