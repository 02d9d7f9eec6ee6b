import type { ReactNode } from 'react'

/** How a text field or a select looks. */
export const controlClass =
  'h-8 w-full rounded-control border border-control bg-surface px-2 text-body text-ink aria-invalid:border-failed disabled:opacity-60'

interface Props {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  children: ReactNode
}

/** A labelled control. The control itself takes `id`, and `describedBy(id)` as its description. */
export function Field({ id, label, hint, error, children }: Props) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium text-table">
        {label}
      </label>
      {children}
      <div id={describedBy(id)} className="mt-1 text-meta empty:hidden">
        {error ? <p className="text-failed">{error}</p> : hint && <p className="text-muted">{hint}</p>}
      </div>
    </div>
  )
}

export function describedBy(id: string): string {
  return `${id}-hint`
}
