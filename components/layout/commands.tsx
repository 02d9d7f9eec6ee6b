'use client'

import { CircleQuestionMark, Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/components/ui/icon-button'
import { patiently } from '@/lib/client/patiently'
import { useKeys } from './keys'
import { useRowKeys } from './row-keys'
import { useGo } from './use-go'
import { useHeldTyping } from './use-held-typing'

const Palette = dynamic(
  patiently(() => import('@/components/palette/palette').then((module) => module.Palette)),
  { ssr: false },
)
const HelpSheet = dynamic(
  patiently(() => import('@/components/help/help-sheet').then((module) => module.HelpSheet)),
  { ssr: false },
)

type Overlay = 'palette' | 'help'

/** The two ways to what there is to do: the palette, and the help on the page; loaded when they are first wanted. */
export function Commands() {
  const t = useTranslations('commands')
  const [open, setOpen] = useState<Overlay | null>(null)
  const [wanted, setWanted] = useState<readonly Overlay[]>([])
  const { hold, take } = useHeldTyping(() => setOpen(null))
  const show = (overlay: Overlay) => {
    if (overlay === 'palette') hold()
    setWanted((now) => [...now.filter((other) => other !== overlay), overlay])
    setOpen(overlay)
  }
  useShellKeys(show)
  return (
    <>
      <button
        type="button"
        aria-label={t('open')}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => show('palette')}
        className="flex h-8 items-center gap-2 rounded-control px-2 text-muted text-table hover:bg-hover max-[359px]:hidden lg:w-60 lg:border lg:border-control"
      >
        <Search size={16} aria-hidden className="shrink-0" />
        <span aria-hidden className="hidden truncate lg:inline">
          {t('short')}
        </span>
        <kbd aria-hidden className="ml-auto hidden font-sans text-meta lg:inline">
          Ctrl K
        </kbd>
      </button>
      <IconButton label={t('help')} aria-keyshortcuts="?" onClick={() => show('help')}>
        <CircleQuestionMark size={18} aria-hidden />
      </IconButton>
      {wanted.includes('palette') && (
        <Palette
          open={open === 'palette'}
          onTakeTyping={take}
          onClose={() => {
            take()
            setOpen(null)
          }}
          onHelp={() => show('help')}
        />
      )}
      {wanted.includes('help') && <HelpSheet open={open === 'help'} onClose={() => setOpen(null)} />}
    </>
  )
}

function useShellKeys(show: (overlay: Overlay) => void) {
  const go = useGo()
  useRowKeys()
  useKeys({
    toImages: () => go('/images'),
    toUploads: () => go('/uploads'),
    keys: () => show('help'),
    search: () => {
      const field = document.querySelector<HTMLElement>('main :is(input[type=search], [role=searchbox])')
      if (field) field.focus()
      else show('palette')
    },
  })
  // With its modifier the palette's key acts in fields too, and whether single letters do or not.
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (document.querySelector('[aria-modal=true], [role=dialog], [role=alertdialog]') === null) show('palette')
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
