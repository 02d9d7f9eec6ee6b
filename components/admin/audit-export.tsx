'use client'

import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { type AuditSearch, auditCsv } from '@/lib/client/audit'
import { saveText } from '@/lib/client/save-file'

/** Saves every entry that the filters find, of all pages. */
export function AuditExport({ search }: { search: AuditSearch }) {
  const t = useTranslations('adminAudit')
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    leaving.current = controller
    return () => controller.abort()
  }, [])
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => auditCsv(search, leaving.current?.signal ?? new AbortController().signal),
    onSuccess: (text) => saveText(`audit-${new Date().toISOString().slice(0, 10)}.csv`, text),
  })
  return (
    <div className="mt-3 space-y-3">
      {error && <ProblemNotice error={error} onRetry={() => mutate()} />}
      <Button disabled={isPending} onClick={() => mutate()}>
        <Download size={16} aria-hidden />
        {t(isPending ? 'exporting' : 'export')}
      </Button>
    </div>
  )
}
