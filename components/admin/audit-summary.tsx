'use client'

import { useTranslations } from 'use-intl'
import { useProjectName } from '@/components/sharing/use-project-names'
import { ServerWords } from '@/components/ui/server-words'
import { useJoined } from '@/components/ui/use-joined'
import { useLanguage } from '@/components/ui/use-language'
import { auditDetails, type DetailName, refusingAction } from '@/lib/client/audit-details'
import { nameText } from '@/lib/client/name-text'
import type { AuditEntry } from '@/lib/contract/audit'
import { useActionWords } from './use-action-words'

/** What a request of the audit log changed, or why it was refused, in the reader's language as far as that goes. */
export function AuditSummary({ entry }: { entry: AuditEntry }) {
  const details = useDetailWords()
  const refusal = useRefusalWords()
  const { summary, status } = entry
  if (summary === '') return null
  if (status < 400) return <p className="text-meta text-muted wrap-anywhere">{details(summary)}</p>
  const words = refusal(entry)
  return (
    <>
      {words && <p className="text-meta wrap-anywhere">{words}</p>}
      <p className="text-meta text-muted wrap-anywhere">
        <ServerWords sentence={summary} />
      </p>
    </>
  )
}

function useDetailWords(): (summary: string) => string {
  const t = useTranslations('adminAudit.detail')
  const { items } = useJoined()
  const projectName = useProjectName()
  const word = (name: DetailName, value: string) => {
    if (name === 'changed') return t('changed', { value: items(value.split(' ')) })
    return t(name, { value: name === 'memberId' || name === 'owner' ? projectName(value) : value })
  }
  return (summary) => {
    const details = auditDetails(summary)
    return details ? items(details.map(([name, value]) => word(name, value))) : nameText(summary)
  }
}

/** The server's own words are English; in that language nothing has to stand before them. */
function useRefusalWords(): (entry: AuditEntry) => string | null {
  const t = useTranslations('adminAudit')
  const locale = useLanguage()
  const actionWords = useActionWords()
  return ({ summary, status }) => {
    if (locale === 'en') return null
    const action = refusingAction(summary)
    if (action !== null) return t('refusedByPolicy', { action: actionWords(action) ?? action })
    return t('refusedWith', { status: String(status) })
  }
}
