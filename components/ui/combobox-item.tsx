import { Combobox } from '@base-ui/react/combobox'
import type { ComponentProps } from 'react'

/** One of the values that a combobox offers. */
export function ComboboxItem(props: Omit<ComponentProps<typeof Combobox.Item>, 'className'>) {
  return (
    <Combobox.Item
      {...props}
      className="flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 text-table outline-none data-highlighted:bg-hover"
    />
  )
}
