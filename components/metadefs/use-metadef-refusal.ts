'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import type { Refusal } from '@/components/layout/use-refusal'
import { explanationQuery } from '@/lib/client/explanations'
import type { policyActions } from '@/lib/client/policy-actions'
import type { NamespaceView } from '@/lib/contract/metadef-view'

type Action = (typeof policyActions.metadefs)[number]

/** Why the person may not do something with metadata definitions; null where nothing speaks against it. */
export function useMetadefRefusal(action: Action, namespace?: NamespaceView): Refusal | null {
  const t = useTranslations('metadefs')
  const { roles, project } = useSignedIn()
  const asked = { action, namespace: namespace?.namespace }
  const { data } = useQuery(explanationQuery(asked, project.id))
  if (!(data?.decision.allowed ?? roles.includes('admin'))) return { ...asked, text: t('needsAdmin') }
  // The dialog that deletes the whole namespace offers to take the protection off.
  const removes = /^(?:delete|remove)_/.test(action) && action !== 'delete_metadef_namespace'
  return removes && namespace?.protected ? { ...asked, text: t('isProtected') } : null
}
