'use client'

import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { DiagnoseLink } from './diagnose-link'

interface Props {
  title: string
  text: string
  /** The list in which it would be. */
  back: { href: string; label: string }
  /** What can be looked into: the request that found nothing, or the image. */
  about: Parameters<typeof DiagnoseLink>[0]
}

/** What stands on the page of something that does not exist, or that the project cannot see. */
export function NotThere({ title, text, back, about }: Props) {
  return (
    <div className="flex max-w-lg flex-col items-start gap-2 py-12">
      <h1 className="font-semibold text-page">{title}</h1>
      <p className="text-muted">{text}</p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Link href={back.href} className={buttonClass({ variant: 'primary' })}>
          {back.label}
        </Link>
        <DiagnoseLink {...about} />
      </div>
    </div>
  )
}
