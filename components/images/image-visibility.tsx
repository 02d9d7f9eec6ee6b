'use client'

import { Building, Earth, Lock, type LucideIcon, Users } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Visibility } from '@/lib/client/image-view'

const glyphs: Record<Visibility, LucideIcon> = { private: Lock, shared: Users, community: Earth, public: Building }

export function ImageVisibility({ visibility }: { visibility: Visibility }) {
  const t = useTranslations('visibility')
  const Glyph = glyphs[visibility]
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Glyph size={14} aria-hidden className="text-muted" />
      {t(visibility)}
    </span>
  )
}
