import type { ReactNode } from 'react'
import { LanguageChoice } from '@/components/layout/language-choice'
import { ProductMark } from '@/components/layout/product'

interface Props {
  title: string
  lead: string
  children: ReactNode
}

/** What stands around everything that is seen before a session. */
export function SignInFrame({ title, lead, children }: Props) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[12dvh] pb-8">
      <div className="w-full max-w-90">
        <div className="mb-6 flex items-center gap-3">
          <ProductMark size={32} />
          <div>
            <h1 className="font-semibold text-page">{title}</h1>
            <p className="text-muted text-table">{lead}</p>
          </div>
        </div>
        <div className="space-y-4 rounded-card border border-hairline bg-surface p-6">{children}</div>
        <LanguageChoice />
      </div>
    </main>
  )
}
