import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
}

/** The head of a page: what it is, and its primary action. The palette offers what stands in `data-page-actions`. */
export function PageHeader({ title, lead, actions }: Props) {
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-semibold text-page">{title}</h1>
        {lead && <div className="mt-1 text-muted text-table">{lead}</div>}
      </div>
      {actions && (
        <div data-page-actions className="flex flex-wrap gap-2">
          {actions}
        </div>
      )}
    </div>
  )
}
