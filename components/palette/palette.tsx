'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { HeldTyping } from '@/lib/client/held-typing'
import { type Command, type CommandGroup, fitting } from './command'
import { useActionCommands, useImageCommands, usePageCommands, useProjectCommands } from './use-commands'

interface Props {
  open: boolean
  onClose(): void
  onHelp(): void
  /** Gives what was typed before the field was there. */
  onTakeTyping(): HeldTyping
}

/** Everything that there is to go to or to do, by typing a part of its name. */
export function Palette({ open, onClose, ...rest }: Props) {
  const t = useTranslations('commands')
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup className="-translate-x-1/2 fixed top-[10dvh] left-1/2 z-50 flex max-h-[70dvh] w-[calc(100vw-16px)] max-w-150 flex-col overflow-hidden rounded-card border border-hairline bg-surface shadow-overlay outline-none">
          <Dialog.Title className="sr-only">{t('open')}</Dialog.Title>
          <Commands onClose={onClose} {...rest} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Commands({ onClose, onHelp, onTakeTyping }: Omit<Props, 'open'>) {
  const t = useTranslations('commands')
  const [text, setText] = useState('')
  const { groups, known, isFetching, error } = useGroups(text, onHelp)
  const run = (command: Command) => {
    onClose()
    command.run()
  }
  const takeTyping = () => {
    const typed = onTakeTyping()
    if (typed.text) setText(typed.text)
    const first = fitting(known, typed.text)[0]?.items[0]
    if (typed.entered && first) run(first)
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
              {(item: Command) => <Row key={item.id} command={item} onRun={run} />}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}

function Row({ command, onRun }: { command: Command; onRun(command: Command): void }) {
  const { label, hint, icon: Icon } = command
  return (
    <Autocomplete.Item
      value={command}
      onClick={() => onRun(command)}
      className="flex min-h-9 cursor-default items-center gap-2 rounded-control px-2 text-table outline-none data-highlighted:bg-hover"
    >
      <Icon size={16} aria-hidden className="shrink-0 text-muted" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {hint && <span className="min-w-0 max-w-[45%] truncate text-meta text-muted">{hint}</span>}
    </Autocomplete.Item>
  )
}

/** What fits the text; images are searched once the typing rests. */
function useGroups(text: string, onHelp: () => void) {
  const t = useTranslations('commands')
  const { commands, isFetching, error } = useImageCommands(useRested(text.trim()))
  const pages = usePageCommands()
  const actions = useActionCommands(onHelp)
  const projects = useProjectCommands()
  const known = [
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
