'use client'

import { Check, Pencil, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { IconButton } from '@/components/ui/icon-button'
import { useRemembered } from '@/components/ui/use-remembered'
import { columnsIn } from '@/lib/client/image-columns'
import { imagesHref } from '@/lib/client/image-search'
import { keptViews } from '@/lib/client/remembered'
import { renamed, type SavedView, viewsIn, withView } from '@/lib/client/saved-views'
import { useImageColumns } from './use-image-columns'
import { useImageSearch } from './use-image-search'

/** The views that this person has kept, and a way to keep the one on the page. */
export function SavedViewsPanel({ onClose }: { onClose(): void }) {
  const t = useTranslations('views')
  const { user } = useSignedIn()
  const [text, write] = useRemembered(keptViews(user.id))
  const [columns, choose] = useImageColumns()
  const { search } = useImageSearch()
  const views = viewsIn(text)
  const keep = (kept: readonly SavedView[]) => write(JSON.stringify(kept))
  const here = (name: string) => ({ name, query: imagesHref({ ...search, after: [], passed: 0 }), columns: columns.join(' ') })
  return (
    <div className="space-y-3">
      {views.length === 0 ? (
        <p className="text-muted text-table">{t('none')}</p>
      ) : (
        <ul aria-label={t('title')}>
          {views.map((view) => (
            <ViewRow
              key={view.name}
              view={view}
              onOpen={() => {
                choose(columnsIn(view.columns))
                onClose()
              }}
              onRename={(name) => keep(renamed(views, view.name, name))}
              onDelete={() => keep(views.filter((other) => other !== view))}
            />
          ))}
        </ul>
      )}
      <NameForm label={t('name')} action={t('save')} onName={(name) => keep(withView(views, here(name)))} />
    </div>
  )
}

interface RowProps {
  view: SavedView
  onOpen(): void
  onRename(name: string): void
  onDelete(): void
}

function ViewRow({ view, onOpen, onRename, onDelete }: RowProps) {
  const t = useTranslations('views')
  const [renaming, setRenaming] = useState(false)
  const { name, query } = view
  if (renaming) {
    const rename = (wanted: string) => {
      onRename(wanted)
      setRenaming(false)
    }
    return (
      <li className="py-1">
        <NameForm label={t('rename', { name })} action={t('confirm')} initial={name} onName={rename} />
      </li>
    )
  }
  return (
    <li className="flex items-center gap-1">
      <Link
        href={`/images${query}`}
        onClick={onOpen}
        className="flex min-h-8 min-w-0 flex-1 items-center rounded-control px-2 text-table hover:bg-hover"
      >
        <span className="truncate">{name}</span>
      </Link>
      <CopyButton text={`${window.location.origin}/images${query}`} what={t('link', { name })} />
      <IconButton size="small" label={t('rename', { name })} onClick={() => setRenaming(true)}>
        <Pencil size={14} aria-hidden />
      </IconButton>
      <IconButton size="small" label={t('delete', { name })} onClick={onDelete}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </li>
  )
}

interface FormProps {
  label: string
  action: string
  initial?: string
  onName(name: string): void
}

function NameForm({ label, action, initial = '', onName }: FormProps) {
  const id = useId()
  const [name, setName] = useState(initial)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onName(name)
    setName('')
  }
  return (
    <form onSubmit={submit} className="flex items-center gap-2">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        value={name}
        placeholder={label}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        className={controlClass}
      />
      <Button type="submit" aria-label={action} disabled={name.trim() === ''}>
        <Check size={14} aria-hidden />
        {action}
      </Button>
    </form>
  )
}
