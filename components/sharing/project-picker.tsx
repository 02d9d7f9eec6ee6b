'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { useState } from 'react'
import { controlClass, describedBy } from '@/components/form/field'
import { ShownName } from '@/components/ui/shown-name'
import type { ProjectRef } from '@/lib/contract/session'

interface Props {
  id: string
  /** Its name, which assistive technology cannot read from outside while the list is open. */
  label: string
  /** What stands in the field: a name, or an id. */
  text: string
  onChange(text: string): void
  projects: readonly ProjectRef[]
  invalid: boolean
}

/** A field for a project: those whose names are known are offered, and any id can be typed. */
export function ProjectPicker({ id, label, text, onChange, projects, invalid }: Props) {
  const [open, setOpen] = useState(false)
  // An open list, even an empty one, keeps the rest of the form from screen readers.
  const offers = projects.some((project) => matches(project, text) && project.name !== text && project.id !== text)
  const names = projects.map(({ name }) => name)
  const unique = ({ name, id: itself }: ProjectRef) => (names.filter((other) => other === name).length > 1 ? itself : name)
  return (
    <Autocomplete.Root<ProjectRef>
      items={projects}
      value={text}
      onValueChange={onChange}
      itemToStringValue={unique}
      filter={matches}
      open={open && offers}
      onOpenChange={setOpen}
    >
      <Autocomplete.Input
        id={id}
        aria-label={label}
        aria-describedby={describedBy(id)}
        aria-invalid={invalid || undefined}
        autoComplete="off"
        spellCheck={false}
        className={controlClass}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-60">
          <Autocomplete.Popup className="w-(--anchor-width) rounded-card border border-hairline bg-surface shadow-overlay outline-none">
            <Autocomplete.List className="max-h-60 overflow-y-auto p-1">
              {(item: ProjectRef) => (
                <Autocomplete.Item
                  key={item.id}
                  value={item}
                  className="cursor-default rounded-control px-2 py-1 text-table outline-none data-highlighted:bg-hover"
                >
                  <span className="block truncate">
                    <ShownName name={item.name} />
                  </span>
                  <span className="block truncate text-meta text-muted">
                    {item.domain && `${item.domain} · `}
                    <code className="font-mono">{item.id}</code>
                  </span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}

function matches({ name, id }: ProjectRef, query: string): boolean {
  const wanted = query.trim().toLowerCase()
  return name.toLowerCase().includes(wanted) || id.toLowerCase().startsWith(wanted)
}
