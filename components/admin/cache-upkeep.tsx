'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { EllipsisVertical } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { RefusableMenu } from '@/components/explanations/refusable-menu'
import { Button, buttonClass } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { MenuItem, MenuSeparator } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import { useProblemToast } from '@/components/ui/use-problem-toast'
import { byteText } from '@/lib/client/byte-text'
import { cleanCache, clearCache, pruneCache } from '@/lib/client/cache'
import { useAdminRefusal } from './use-admin-refusal'

type Clearable = 'cache' | 'queue'

/** What can be done with the whole cache of this node. */
export function CacheUpkeep({ cached, queued }: { cached: number; queued: number }) {
  const t = useTranslations('adminCache')
  const [clearing, setClearing] = useState<Clearable | null>(null)
  const { prune, clean, clear } = useUpkeep()
  const refusals = {
    prune: useAdminRefusal('cache_prune'),
    clean: useAdminRefusal('cache_clean'),
    clear: useAdminRefusal('cache_delete'),
  }
  return (
    <>
      <RefusableMenu
        label={t('upkeep')}
        triggerClass={buttonClass({ className: 'data-popup-open:bg-hover' })}
        trigger={<EllipsisVertical size={16} aria-hidden />}
      >
        {(onRefused) => (
          <>
            <MenuItem refusal={refusals.prune} onRefused={onRefused} onClick={() => prune.mutate()}>
              {t('prune')}
            </MenuItem>
            <MenuItem refusal={refusals.clean} onRefused={onRefused} onClick={() => clean.mutate()}>
              {t('clean')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem danger refusal={refusals.clear} onRefused={onRefused} onClick={() => setClearing('queue')}>
              {t('clearQueue')}
            </MenuItem>
            <MenuItem danger refusal={refusals.clear} onRefused={onRefused} onClick={() => setClearing('cache')}>
              {t('clearCache')}
            </MenuItem>
          </>
        )}
      </RefusableMenu>
      {clearing && (
        <ConfirmDialog
          open
          onOpenChange={(next) => next || setClearing(null)}
          title={t(`clearTitle.${clearing}`, { count: clearing === 'cache' ? cached : queued })}
          cancelLabel={t('cancel')}
          actions={
            <Button variant="danger" onClick={() => clear.mutate(clearing, { onSettled: () => setClearing(null) })}>
              {t(clearing === 'cache' ? 'clearCache' : 'clearQueue')}
            </Button>
          }
        >
          <p>{t('clearText')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function useUpkeep() {
  const t = useTranslations('adminCache')
  const locale = useLocale()
  const client = useQueryClient()
  const showProblem = useProblemToast()
  const common = {
    onError: (error: Error) => showProblem(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['cache'] }),
  }
  return {
    prune: useMutation({
      ...common,
      mutationFn: pruneCache,
      onSuccess: ({ total_files_pruned: count, total_bytes_pruned: bytes }) =>
        toast.success(t('pruned', { count, size: byteText(bytes, locale) })),
    }),
    clean: useMutation({ ...common, mutationFn: cleanCache, onSuccess: () => toast.success(t('cleaned')) }),
    clear: useMutation({ ...common, mutationFn: clearCache, onSuccess: () => toast.success(t('cleared')) }),
  }
}
