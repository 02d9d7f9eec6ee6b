'use client'

import { useQuery } from '@tanstack/react-query'
import { Activity, Disc3, SlidersHorizontal } from 'lucide-react'
import { useParams, usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import type { ImageAction } from '@/components/images/image-action'
import type { ImageSheet } from '@/components/images/image-sheets'
import { useImageActions } from '@/components/images/use-image-actions'
import { useImageWays } from '@/components/images/use-image-ways'
import { useSignedIn } from '@/components/layout/session'
import { useGo } from '@/components/layout/use-go'
import type { Refusal } from '@/components/layout/use-refusal'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import type { Command } from './command'

/** The image whose page is open, as the page knows it: the palette asks for nothing by itself. */
export function useOpenImage(): ImageView | undefined {
  const { imageId } = useParams<{ imageId?: string }>()
  const { project } = useSignedIn()
  return useQuery({ ...imageQueries.one(imageId ?? '', project.id), enabled: false }).data
}

/** What an action of an image's page opens once the palette is gone. */
export interface Opens {
  onOpen(sheet: ImageSheet): void
  onRefused(refusal: Refusal): void
}

/** What can be done with the image whose page is open, and its other pages. */
export function useImageCommands(image: ImageView, { onOpen, onRefused }: Opens): Command[] {
  const here = usePathname()
  const pages = useImagePages(image)
  const ways = useImageWays(image, () => onOpen('edit'))
  const actions = [...ways, ...useImageActions(image, onOpen)].filter(({ id }) => id !== 'open')
  return [...pages, ...actions]
    .filter(({ link }) => link?.href !== here)
    .map(({ id, label, icon, refusal, run }) => ({
      ...{ id, label, icon, keywords: id, ofPage: true },
      ...(refusal ? { refused: refusal.text, run: () => onRefused(refusal) } : { run }),
    }))
}

function useImagePages({ id }: ImageView): ImageAction[] {
  const t = useTranslations()
  const go = useGo()
  const page = `/images/${encodeURIComponent(id)}`
  return [
    { id: 'back', label: t('sharing.back'), icon: Disc3, href: page },
    { id: 'properties', label: t('properties.heading'), icon: SlidersHorizontal, href: `${page}/properties` },
    { id: 'activity', label: t('activity.heading'), icon: Activity, href: `${page}/activity` },
  ].map(({ href, ...action }) => ({ ...action, link: { href }, run: () => go(href) }))
}
