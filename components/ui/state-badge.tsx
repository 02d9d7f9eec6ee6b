import { clsx } from 'clsx'
import { CircleCheck, CirclePause, Clock, Info, LoaderCircle, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react'

export type Tone = 'ok' | 'progress' | 'waiting' | 'attention' | 'failed' | 'off' | 'neutral'

export const tones: Record<Tone, { icon: LucideIcon; className: string }> = {
  ok: { icon: CircleCheck, className: 'bg-ok-soft text-ok' },
  progress: { icon: LoaderCircle, className: 'bg-progress-soft text-progress' },
  waiting: { icon: Clock, className: 'bg-waiting-soft text-waiting' },
  attention: { icon: TriangleAlert, className: 'bg-attention-soft text-attention' },
  failed: { icon: OctagonX, className: 'bg-failed-soft text-failed' },
  off: { icon: CirclePause, className: 'bg-off-soft text-off' },
  neutral: { icon: Info, className: 'bg-waiting-soft text-waiting' },
}

/** A state as icon and word; colour only repeats what they say. */
export function StateBadge({ tone, children }: { tone: Tone; children: string }) {
  const { icon: Icon, className } = tones[tone]
  return (
    <span
      className={clsx(
        'inline-flex h-6 items-center gap-1 whitespace-nowrap rounded-control px-2 font-medium text-meta',
        className,
      )}
    >
      <Icon size={14} aria-hidden className={clsx('shrink-0', tone === 'progress' && 'animate-spin')} />
      {children}
    </span>
  )
}
