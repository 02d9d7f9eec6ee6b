'use client'

import { Disc3, Inbox, type LucideIcon, Stethoscope, Upload } from 'lucide-react'
import { useSignedIn } from './session'

type Label = 'images' | 'shares' | 'uploads' | 'diagnostics'

/** A page that the navigation leads to; `label` is its message below `app`. */
export interface Place {
  href: string
  label: Label
  icon: LucideIcon
}

const forEverybody: readonly Place[] = [
  { href: '/images', label: 'images', icon: Disc3 },
  { href: '/shares', label: 'shares', icon: Inbox },
  { href: '/uploads', label: 'uploads', icon: Upload },
  { href: '/diagnostics', label: 'diagnostics', icon: Stethoscope },
]

const forAdministrators: readonly Place[] = []

/** The pages that there are, in order; those of administration only for whom Glance's own policy lets in. */
export function usePlaces() {
  const { roles } = useSignedIn()
  return { places: forEverybody, administration: roles.includes('admin') ? forAdministrators : [] }
}
