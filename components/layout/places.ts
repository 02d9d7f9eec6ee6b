'use client'

import {
  BookMarked,
  ChartLine,
  Disc3,
  Gauge,
  HardDrive,
  Images,
  Inbox,
  ListChecks,
  type LucideIcon,
  Scale,
  ScrollText,
  Server,
  Stethoscope,
  Upload,
  UsersRound,
} from 'lucide-react'
import type { Messages } from '@/lib/client/messages'
import { useSignedIn } from './session'

/** A page that the navigation leads to; `label` is its message below `app`. */
export interface Place {
  href: string
  label: keyof Messages['app']
  icon: LucideIcon
}

const forEverybody: readonly Place[] = [
  { href: '/images', label: 'images', icon: Disc3 },
  { href: '/shares', label: 'shares', icon: Inbox },
  { href: '/uploads', label: 'uploads', icon: Upload },
  { href: '/metadefs', label: 'metadefs', icon: BookMarked },
  { href: '/diagnostics', label: 'diagnostics', icon: Stethoscope },
]

const forAdministrators: readonly Place[] = [
  { href: '/admin/images', label: 'allImages', icon: Images },
  { href: '/admin/stores', label: 'stores', icon: HardDrive },
  { href: '/admin/tasks', label: 'tasks', icon: ListChecks },
  { href: '/admin/cache', label: 'cache', icon: Gauge },
  { href: '/admin/quotas', label: 'quotas', icon: ChartLine },
  { href: '/admin/policy', label: 'policy', icon: Scale },
  { href: '/admin/services', label: 'services', icon: Server },
  { href: '/admin/identity', label: 'identity', icon: UsersRound },
  { href: '/admin/audit', label: 'audit', icon: ScrollText },
]

/** The pages that there are, in order; those of administration only for whom Glance's own policy lets in. */
export function usePlaces() {
  const { roles } = useSignedIn()
  return { places: forEverybody, administration: roles.includes('admin') ? forAdministrators : [] }
}
