'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { IconButton } from '@/components/ui/icon-button'
import { useRemembered } from '@/components/ui/use-remembered'
import { patiently } from '@/lib/client/patiently'
import { dockPutAway } from '@/lib/client/remembered'
import { isRunning, type Upload } from '@/lib/client/uploads/upload'
import { Announcer } from './announcer'
import { ClearFinished } from './clear-finished'
import { keepClearOf } from './keep-clear-of'
import { useUploadList } from './upload-provider'
import { useFocusAfterRemoval } from './use-focus-after-removal'

const UploadRows = dynamic(
  patiently(() => import('./upload-rows').then((module) => module.UploadRows)),
  { ssr: false },
)

/** The uploads of this browser at the bottom of every page but their own; a bar over the whole width on a phone. */
export function UploadDock() {
  const t = useTranslations('uploads')
  const uploads = useUploadList()
  const path = usePathname()
  const { list, expanded, toggle } = useExpanded(uploads, path)
  const heldRow = useFocusAfterRemoval(list, uploads.length)
  const summary = useSummary(uploads)
  return (
    <>
      <Announcer />
      {uploads.length > 0 && path !== '/uploads' && (
        <section
          ref={keepClearOf}
          aria-label={t('dock')}
          className="fixed inset-x-0 bottom-0 z-20 border-hairline border-t bg-surface shadow-overlay sm:inset-x-auto sm:right-4 sm:bottom-4 sm:w-100 sm:rounded-card sm:border"
        >
          <div className="flex items-center justify-between gap-2 py-1 pr-2 pl-4">
            <h2 className="min-w-0 flex-1 font-semibold text-table">{summary}</h2>
            <ClearFinished size="small" />
            <IconButton label={expanded ? t('collapse') : t('expand')} aria-expanded={expanded} onClick={toggle}>
              {expanded ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
            </IconButton>
          </div>
          {expanded && (
            <UploadRows list={list} heldRow={heldRow} className="max-h-[40dvh] overflow-y-auto border-hairline border-t" />
          )}
        </section>
      )}
    </>
  )
}

const lingersMs = 20_000

/**
 * Work shows itself, unless the person has put it away since it began; what is done gets out of the way by itself: on the next
 * page, or a while later.
 */
function useExpanded(uploads: readonly Upload[], path: string) {
  const { user } = useSignedIn()
  const [putAway, remember] = useRemembered(dockPutAway(user.id))
  const list = useRef<HTMLUListElement>(null)
  const settled = uploads.every(({ stage }) => stage === 'active')
  const calls = uploads.some(({ stage, createdAt }) => stage !== 'active' && createdAt > Number(putAway))
  const [expanded, setExpanded] = useState(calls)
  const [seen, setSeen] = useState({ calls, path })
  if (seen.calls !== calls || seen.path !== path) {
    setSeen({ calls, path })
    if (!seen.calls && calls) setExpanded(true)
    if (settled && seen.path !== path) setExpanded(false)
  }
  useEffect(() => {
    if (!settled) return
    // Not under somebody's keyboard focus.
    const collapse = () => setExpanded((now) => now && (list.current?.contains(document.activeElement) ?? false))
    const timer = setTimeout(collapse, lingersMs)
    return () => clearTimeout(timer)
  }, [settled])
  const toggle = () => {
    remember(expanded ? String(Date.now()) : '')
    setExpanded(!expanded)
  }
  return { list, expanded, toggle }
}

function useSummary(uploads: readonly Upload[]): string {
  const t = useTranslations('uploads.summary')
  const running = uploads.filter(isRunning).length
  if (running > 0) return t('running', { count: running })
  const done = uploads.filter(({ stage }) => stage === 'active').length
  return done === uploads.length ? t('done', { count: done }) : t('waiting', { count: uploads.length - done })
}
