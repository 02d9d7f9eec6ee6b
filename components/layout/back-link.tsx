'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

/** The way back, above a page's heading. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="mb-3 inline-flex min-h-6 items-center gap-1 rounded-control text-muted text-table hover:text-ink"
    >
      <ArrowLeft size={14} aria-hidden />
      {children}
    </Link>
  )
}
