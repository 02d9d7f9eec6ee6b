import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

type Variant = 'primary' | 'secondary' | 'caution' | 'quiet' | 'danger'

const variants: Record<Variant, string> = {
  primary: 'bg-primary text-on-primary hover:bg-primary-hover border border-transparent',
  secondary: 'border border-control bg-surface text-ink hover:bg-hover',
  caution: 'border border-control bg-surface text-failed hover:bg-failed-soft',
  quiet: 'border border-transparent text-ink hover:bg-hover',
  danger: 'border border-transparent bg-failed text-surface hover:opacity-90',
}

interface Look {
  variant?: Variant
  size?: 'small' | 'normal'
  className?: string | undefined
}

/** How a button looks; also for links that act like one. */
export function buttonClass({ variant = 'secondary', size = 'normal', className }: Look = {}): string {
  return clsx(
    'inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-control font-medium transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-50',
    size === 'small' ? 'h-7 px-2 text-meta' : 'h-8 px-3 text-table',
    variants[variant],
    className,
  )
}

type Props = ComponentProps<'button'> & Look

export function Button({ variant, size, className, type = 'button', ...props }: Props) {
  return <button type={type} className={buttonClass({ variant, size, className } as Look)} {...props} />
}
