import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { type Tone, tones } from './state-badge'

interface Props {
  tone: Tone
  title: string
  children?: ReactNode
  /** Buttons, under the text. */
  actions?: ReactNode
  role?: 'alert' | 'status'
}

/** A card that says what is the matter, why, and what can be done. */
export function Notice({ tone, title, children, actions, role }: Props) {
  const { icon: Icon, className } = tones[tone]
  return (
    <div role={role} className={clsx('flex gap-3 rounded-card px-4 py-3', className)}>
      <Icon size={16} aria-hidden className={clsx('mt-0.5 shrink-0', tone === 'progress' && 'animate-spin')} />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-body">{title}</p>
        {children && <div className="mt-1 space-y-1 text-ink text-table">{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-2 empty:hidden">{actions}</div>}
      </div>
    </div>
  )
}
