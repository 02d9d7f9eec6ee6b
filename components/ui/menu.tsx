'use client'

import { Menu } from '@base-ui/react/menu'
import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import type { Refusal } from '@/components/layout/use-refusal'

const itemClass =
  'flex min-h-8 cursor-default select-none items-center gap-2 rounded-control px-2 text-table outline-none data-disabled:opacity-50 data-highlighted:bg-hover'

/** A menu that fits neither below nor above what opens it stands beside it, whole. */
const beside = { fallbackAxisSide: 'start' } as const

/** The surface of a menu, with what is in it. While something in it is still settling it cannot be pressed: an item that moves is missed. */
export function MenuPopup({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <Menu.Portal>
      <Menu.Positioner sideOffset={4} align="end" collisionAvoidance={beside} className="z-50 outline-none">
        <Menu.Popup
          className={clsx(
            'max-h-(--available-height) min-w-44 overflow-y-auto rounded-card border border-hairline bg-surface p-1 shadow-overlay outline-none',
            'has-[[data-settling]]:pointer-events-none has-[[data-settling]]:opacity-0',
            className,
          )}
        >
          {children}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  )
}

type ItemProps = Omit<ComponentProps<typeof Menu.Item>, 'disabled'> & {
  danger?: boolean
  /** Why it cannot be done, and what would help; it stands under the label. */
  refusal?: Refusal | null
  /** Chosen all the same, it lets the menu's owner say more. */
  onRefused?: ((refusal: Refusal) => void) | undefined
}

export function MenuItem({ danger = false, refusal = null, onRefused, children, ...props }: ItemProps) {
  const id = useId()
  if (refusal === null) {
    return (
      <Menu.Item className={clsx(itemClass, danger ? 'text-failed' : 'text-ink')} {...props}>
        {children}
      </Menu.Item>
    )
  }
  return (
    <Menu.Item
      aria-disabled
      aria-describedby={id}
      onClick={() => onRefused?.(refusal)}
      className="max-w-64 select-none rounded-control px-2 py-1.5 text-table outline-none data-highlighted:bg-hover"
    >
      <span className="flex items-center gap-2 text-muted">{children}</span>
      <span id={id} className="mt-0.5 block text-meta text-muted">
        {refusal.text}
      </span>
    </Menu.Item>
  )
}

export function MenuLink(props: ComponentProps<typeof Menu.LinkItem>) {
  return <Menu.LinkItem className={clsx(itemClass, 'text-ink')} closeOnClick {...props} />
}

export function MenuSeparator() {
  return <Menu.Separator className="my-1 h-px bg-hairline" />
}

interface ChoiceProps<T extends string> {
  label: string
  value: T
  choices: readonly { value: T; label: string }[]
  onChoose(value: T): void
}

/** One of several, as a group inside a menu. */
export function MenuChoice<T extends string>({ label, value, choices, onChoose }: ChoiceProps<T>) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className="px-2 pt-2 pb-1 text-meta text-muted">{label}</Menu.GroupLabel>
      <Menu.RadioGroup value={value} onValueChange={onChoose}>
        {choices.map((choice) => (
          <Menu.RadioItem key={choice.value} value={choice.value} closeOnClick={false} className={clsx(itemClass, 'text-ink')}>
            <span className="flex size-4 items-center justify-center">
              <Menu.RadioItemIndicator className="size-2 rounded-full bg-primary" />
            </span>
            {choice.label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  )
}

interface SwitchProps {
  checked: boolean
  onChange(checked: boolean): void
  children: ReactNode
}

/** Something that is on or off, inside a menu. */
export function MenuSwitch({ checked, onChange, children }: SwitchProps) {
  return (
    <Menu.CheckboxItem checked={checked} onCheckedChange={onChange} closeOnClick={false} className={clsx(itemClass, 'text-ink')}>
      <span className="flex size-4 items-center justify-center">
        <Menu.CheckboxItemIndicator>
          <Check size={14} aria-hidden />
        </Menu.CheckboxItemIndicator>
      </span>
      {children}
    </Menu.CheckboxItem>
  )
}
