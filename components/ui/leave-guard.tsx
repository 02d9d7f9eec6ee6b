'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { holdLeaving } from '@/lib/client/hold-leaving'
import { Button } from './button'
import { ConfirmDialog } from './confirm-dialog'

/** Asks before unsaved changes are left behind: by a link, a key, a command, Back and Forward, a reload, or by closing the tab. */
export function LeaveGuard({ active }: { active: boolean }) {
  const t = useTranslations('leaving')
  const router = useRouter()
  const [leave, setLeave] = useState<(() => void) | null>(null)
  useEffect(() => {
    if (!active) return
    return holdLeaving((next) => setLeave(() => next), router.push)
  }, [active, router])
  const goOn = () => {
    setLeave(null)
    leave?.()
  }
  return (
    <ConfirmDialog
      open={leave !== null}
      onOpenChange={(open) => open || setLeave(null)}
      title={t('title')}
      cancelLabel={t('stay')}
      actions={
        <Button variant="danger" onClick={goOn}>
          {t('leave')}
        </Button>
      }
    >
      <p>{t('text')}</p>
    </ConfirmDialog>
  )
}
