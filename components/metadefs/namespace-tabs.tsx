'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { tabInSight } from '@/components/layout/tab-in-sight'
import { namespaceHref } from '@/lib/client/metadefs/namespace-search'
import { partsOf } from '@/lib/client/metadefs/parts'
import type { NamespaceView } from '@/lib/contract/metadef-view'

export const namespaceTabs = ['properties', 'objects', 'tags', 'resource_types', 'json'] as const

interface Props {
  namespace: NamespaceView
  tab: (typeof namespaceTabs)[number]
}

/** What a namespace holds, by kind and how much of each. */
export function NamespaceTabs({ namespace, tab: current }: Props) {
  const t = useTranslations('metadefs')
  const parts = partsOf(namespace)
  const href = namespaceHref(namespace.namespace)
  return (
    <nav aria-label={t('tabs')} className="-mx-4 mb-4 overflow-x-auto border-hairline border-b px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-4">
        {namespaceTabs.map((tab) => (
          <li key={tab}>
            <Link
              href={tab === 'properties' ? href : `${href}?tab=${tab}`}
              ref={tab === current ? tabInSight : undefined}
              aria-current={tab === current ? 'page' : undefined}
              className="block whitespace-nowrap border-transparent border-b-2 px-1 py-2 text-muted text-table tabular-nums hover:text-ink aria-[current=page]:border-primary aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {tab === 'json' ? t('tab.json') : t('tabCount', { tab: t(`kindMany.${tab}`), count: parts[tab].length })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
