import type { LucideIcon } from 'lucide-react'

/** Something that the palette can do. */
export interface Command {
  id: string
  label: string
  /** What tells it from others of the same name. */
  hint?: string | undefined
  /** Why the person may not; chosen all the same it says more. */
  refused?: string | undefined
  /** By what it is found besides, in whichever language the page is. */
  keywords?: string
  /** A picture of the page's own is copied. */
  icon: LucideIcon | SVGElement
  /** Whether it is of the page, and waits until the palette is gone and the page has the focus again. */
  ofPage?: boolean
  run(): void
}

/** Commands of one kind; `value` is its heading. */
export interface CommandGroup {
  value: string
  items: readonly Command[]
}

/** The commands that contain every word of the text, without groups of none. */
export function fitting(groups: readonly CommandGroup[], text: string): CommandGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ label, hint = '', keywords = '' }: Command) =>
    words.every((word) => `${label} ${hint} ${keywords}`.toLowerCase().includes(word))
  return groups.map(({ value, items }) => ({ value, items: items.filter(fits) })).filter(({ items }) => items.length > 0)
}

/** Those of the first that the second has not under the same name. */
export function without(commands: readonly Command[], others: readonly Command[]): Command[] {
  return commands.filter(({ label }) => !others.some((other) => other.label === label))
}
