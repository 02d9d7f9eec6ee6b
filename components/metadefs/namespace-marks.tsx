'use client'

import { Building, Lock, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { NamespaceView } from '@/lib/contract/metadef-view'

/** Who sees a namespace, by glyph and word. */
export function NamespaceVisibility({ visibility }: Pick<NamespaceView, 'visibility'>) {
  const t = useTranslations('visibility')
  const Glyph = visibility === 'public' ? Building : Lock
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Glyph size={14} aria-hidden className="text-muted" />
      {t(visibility)}
    </span>
  )
}

/** That nothing in a namespace can be deleted; nothing where it can. */
export function ProtectedMark({ namespace }: { namespace: NamespaceView }) {
  const t = useTranslations('metadefs')
  if (!namespace.protected) return null
  return (
    <span title={t('protected')} className="inline-flex shrink-0 text-muted">
      <ShieldCheck size={14} aria-hidden />
      <span className="sr-only">{t('protected')}</span>
    </span>
  )
}
