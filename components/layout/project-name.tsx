import { ShownName } from '@/components/ui/shown-name'
import type { ProjectRef } from '@/lib/contract/session'

/** A project as the top bar names it; its button says the same to screen readers. */
export function ProjectName({ project }: { project: ProjectRef }) {
  return (
    <span aria-hidden className="truncate">
      <span className="hidden text-muted sm:inline">{project.domain} / </span>
      <span className="font-medium">
        <ShownName name={project.name} />
      </span>
    </span>
  )
}
