'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { definitionOf } from '@/lib/client/metadefs/parts'
import { saveText } from '@/lib/client/save-file'
import type { NamespaceView } from '@/lib/contract/metadef-view'

/** The namespace as a file of definitions, to read, copy and keep. */
export function JsonTab({ namespace }: { namespace: NamespaceView }) {
  const t = useTranslations('metadefs')
  const text = `${JSON.stringify(definitionOf(namespace), null, 2)}\n`
  const file = `${namespace.namespace.replace(/[^\w.-]+/g, '-').toLowerCase()}.json`
  return (
    <section className="rounded-card border border-hairline bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-2 border-hairline border-b px-4 py-2">
        <p className="text-muted text-table">{t('jsonNote')}</p>
        <span className="flex items-center gap-2">
          <CopyButton text={text} what="JSON" />
          <Button size="small" onClick={() => saveText(file, text)}>
            <Download size={14} aria-hidden />
            {t('downloadJson')}
          </Button>
        </span>
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        className="max-h-[70dvh] overflow-auto px-4 py-3 font-mono text-meta"
      >
        {text}
      </pre>
    </section>
  )
}
