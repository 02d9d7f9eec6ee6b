'use client'

import { Columns2, Tags, Trash2, X } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusal } from '@/components/layout/use-refusal'
import { Button, buttonClass } from '@/components/ui/button'
import { PopoverButton } from '@/components/ui/popover-button'
import { RefusableButton } from '@/components/ui/refusable-button'
import type { BulkAction } from '@/lib/client/bulk-actions'
import { compareHref } from '@/lib/client/image-comparison'
import type { ImageView, Visibility } from '@/lib/client/image-view'
import type { Selection } from '../use-selection'
import { BulkDeleteDialog } from './bulk-delete-dialog'
import { BulkMenu } from './bulk-menu'
import { BulkVisibilityDialog } from './bulk-visibility-dialog'
import { ResultSheet } from './result-sheet'
import { TagsForm } from './tags-form'
import { useBulkRun } from './use-bulk-run'
import { useMatching } from './use-matching'
import { useWholeSelection } from './use-whole-selection'

export interface BulkBarProps {
  selection: Selection
  /** The page that is shown. */
  rows: readonly ImageView[]
  /** Whether other pages have images that match too. */
  more: boolean
}

/** How many images are chosen, and what can be done with them. */
export function BulkBar({ selection, rows, more }: BulkBarProps) {
  const images = [...selection.chosen.values()]
  const run = useBulkRun()
  const [deleting, setDeleting] = useState(false)
  const [visibility, setVisibility] = useState<Visibility | null>(null)
  const start = (action: BulkAction) => run.start({ action, images })
  const choose = (action: BulkAction) => (action.kind === 'visibility' ? setVisibility(action.visibility) : start(action))
  const close = () => {
    const { failures = [], left = [] } = run.outcome ?? {}
    selection.set([...failures.map(({ item }) => item), ...left])
    run.close()
  }
  return (
    <>
      {images.length > 0 && <Bar {...{ selection, rows, more }} onDelete={() => setDeleting(true)} onChoose={choose} />}
      {deleting && (
        <BulkDeleteDialog
          images={images}
          onClose={() => setDeleting(false)}
          onDelete={(going, unprotect) => {
            setDeleting(false)
            run.start({ action: { kind: 'delete', unprotect }, images: going })
          }}
        />
      )}
      {visibility && (
        <BulkVisibilityDialog
          images={images}
          wanted={visibility}
          onClose={() => setVisibility(null)}
          onChange={() => {
            setVisibility(null)
            start({ kind: 'visibility', visibility })
          }}
        />
      )}
      <ResultSheet run={run} onClose={close} />
    </>
  )
}

interface BarProps extends BulkBarProps {
  onDelete(): void
  onChoose(action: BulkAction): void
}

function Bar({ selection, rows, more, onDelete, onChoose }: BarProps) {
  const t = useTranslations()
  const whole = useWholeSelection(selection)
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">{t('bulk.bar')}</legend>
      <Count {...{ selection, rows, more, whole }} />
      {/* While it grows, nothing can be done with the selection: nobody could know with how many. */}
      {whole.found === null && <Actions {...{ selection, onDelete, onChoose }} />}
    </fieldset>
  )
}

function Actions({ selection, onDelete, onChoose }: Pick<BarProps, 'selection' | 'onDelete' | 'onChoose'>) {
  const t = useTranslations()
  const changing = useRefusal('modify_image')
  const deleting = useRefusal('delete_image')
  return (
    <>
      <RefusableButton refusal={deleting} variant="caution" onClick={onDelete}>
        <Trash2 size={14} aria-hidden />
        {t('action.delete')}
      </RefusableButton>
      {changing !== null ? (
        <RefusableButton refusal={changing}>
          <Tags size={14} aria-hidden />
          {t('bulk.tags')}
        </RefusableButton>
      ) : (
        <PopoverButton title={t('bulk.tags')} icon={<Tags size={14} aria-hidden />}>
          {(close) => (
            <TagsForm
              count={selection.chosen.size}
              onChoose={(kind, tag) => {
                close()
                onChoose({ kind, tag })
              }}
            />
          )}
        </PopoverButton>
      )}
      <BulkMenu images={[...selection.chosen.values()]} onChoose={onChoose} />
      <CompareLink selection={selection} />
    </>
  )
}

/** Two images can be looked at side by side. */
function CompareLink({ selection: { chosen } }: Pick<BulkBarProps, 'selection'>) {
  const t = useTranslations('compare')
  const [a, b] = chosen.keys()
  if (chosen.size !== 2 || !a || !b) return null
  return (
    <Link href={compareHref(a, b)} className={buttonClass()}>
      <Columns2 size={14} aria-hidden />
      {t('these')}
    </Link>
  )
}

interface CountProps extends BulkBarProps {
  /** How every image that matches is found. */
  whole: ReturnType<typeof useWholeSelection>
}

function Count({ selection, rows, more, whole: { found, select, stop } }: CountProps) {
  const t = useTranslations('bulk')
  const total = useMatching({ selection, rows, more })
  const count = selection.chosen.size
  const here = rows.filter(({ id }) => selection.chosen.has(id)).length
  const kind = selection.whole ? 'allSelected' : !more ? 'selectedOf' : here === count ? 'selectedHere' : 'selected'
  return (
    <>
      <p role="status" className="text-table tabular-nums">
        {found !== null ? t('found', { count: found }) : t(kind, { count, total: total ?? count })}
      </p>
      {found !== null ? (
        <Button variant="quiet" onClick={stop}>
          {t('stop')}
        </Button>
      ) : (
        <>
          {more && !selection.whole && (
            <Button variant="quiet" onClick={() => void select()}>
              {total === null ? t('selectAll') : t('selectAllOf', { count: total })}
            </Button>
          )}
          <Button variant="quiet" onClick={() => selection.set([])}>
            <X size={14} aria-hidden />
            {t('clear')}
          </Button>
        </>
      )}
    </>
  )
}
