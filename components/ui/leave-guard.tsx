'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button'
import { ConfirmDialog } from './confirm-dialog'

/** Asks before unsaved changes are left behind: by a link of the page, by a reload, or by closing the tab. */
export function LeaveGuard({ active }: { active: boolean }) {
  const t = useTranslations('leaving')
  const router = useRouter()
  const [wanted, setWanted] = useState<string | null>(null)
  useEffect(() => {
    if (!active) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    const hold = (event: MouseEvent) => {
      const href = leavesBy(event)
      if (href === null) return
      event.preventDefault()
      event.stopPropagation()
      setWanted(href)
    }
    window.addEventListener('beforeunload', ask)
    // Before the router hears of it.
    document.addEventListener('click', hold, true)
    return () => {
      window.removeEventListener('beforeunload', ask)
      document.removeEventListener('click', hold, true)
    }
  }, [active])
  return (
    <ConfirmDialog
      open={wanted !== null}
      onOpenChange={(open) => open || setWanted(null)}
      title={t('title')}
      cancelLabel={t('stay')}
      actions={
        <Button variant="danger" onClick={() => wanted && router.push(wanted)}>
          {t('leave')}
        </Button>
      }
    >
      <p>{t('text')}</p>
    </ConfirmDialog>
  )
}

/** The address in this application to which a click in this tab goes; null where the page stays. */
function leavesBy(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  if (!link || elsewhere || link.target === '_blank' || link.hasAttribute('download')) return null
  const { origin, pathname, search, hash } = new URL(link.href, window.location.href)
  return origin === window.location.origin && pathname !== window.location.pathname ? pathname + search + hash : null
}
