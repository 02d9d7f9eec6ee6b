'use client'

import type { LucideIcon } from 'lucide-react'
import Link from 'next/link'
import { type ComponentProps, Fragment } from 'react'
import type { Refusal } from '@/components/layout/use-refusal'
import { MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'

/** Something that can be done with an image, for menus and for the palette. */
export interface ImageAction {
  /** Also what it is found by in any language. */
  id: string
  label: string
  icon: LucideIcon
  /** Why the person may not. */
  refusal?: Refusal | null
  /** Whether something is lost by it. */
  danger?: boolean
  /** Where it leads, as a link in a menu. */
  link?: ComponentProps<'a'> & { href: string }
  run(): void
}

interface Props {
  actions: readonly ImageAction[]
  onRefused(refusal: Refusal): void
}

/** Actions as items of a menu, the dangerous ones apart. */
export function ImageActionItems({ actions, onRefused }: Props) {
  return actions.map((action) => (
    <Fragment key={action.id}>
      {action.danger && <MenuSeparator />}
      <Item action={action} onRefused={onRefused} />
    </Fragment>
  ))
}

function Item({ action, onRefused }: { action: ImageAction } & Pick<Props, 'onRefused'>) {
  const { icon: Icon, label, link, refusal = null, danger = false, run } = action
  const content = (
    <>
      <Icon size={16} aria-hidden />
      {label}
    </>
  )
  if (link && refusal === null)
    return <MenuLink render={link.download === undefined ? <Link {...link} /> : <a {...link} />}>{content}</MenuLink>
  return (
    <MenuItem danger={danger} refusal={refusal} onRefused={onRefused} onClick={run}>
      {content}
    </MenuItem>
  )
}
