import { clsx } from 'clsx'

interface Props {
  label: string
  /** 0 to 1; null while nobody can say. */
  share: number | null
  /** What the bar means in words, such as "3.1 of 8.0 GiB, 12 minutes left". */
  text: string
  tone?: 'progress' | 'ok' | 'waiting' | 'failed'
}

const fills = { progress: 'bg-progress', ok: 'bg-ok', waiting: 'bg-control', failed: 'bg-failed' } as const

export function ProgressBar({ label, share, text, tone = 'progress' }: Props) {
  const percent = share === null ? undefined : Math.floor(share * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
      className="h-1.5 w-full overflow-hidden rounded-full bg-hairline"
    >
      <div
        className={clsx('h-full rounded-full', fills[tone], share === null && 'w-full animate-pulse')}
        style={share === null ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  )
}
