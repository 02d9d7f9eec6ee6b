import type { ComponentProps } from 'react'

export function Checkbox({ label, ...props }: Omit<ComponentProps<'input'>, 'type'> & { label: string }) {
  return (
    <label className="inline-flex min-h-6 items-center gap-2 text-body">
      <input type="checkbox" className="size-4 accent-primary" {...props} />
      {label}
    </label>
  )
}
