'use client'

import { useTranslations } from 'use-intl'
import { type KeyAction, keyChords } from '@/lib/client/keys'

type Shown = KeyAction | 'palette' | 'open'

const groups: readonly { name: 'anywhere' | 'list' | 'image'; actions: readonly Shown[] }[] = [
  { name: 'anywhere', actions: ['palette', 'search', 'upload', 'toImages', 'toUploads', 'keys'] },
  { name: 'list', actions: ['nextRow', 'previousRow', 'selectRow', 'open'] },
  { name: 'image', actions: ['edit', 'share'] },
]

/** Every key that acts, and what it does. */
export function KeyList() {
  const t = useTranslations('keys')
  return groups.map(({ name, actions }) => (
    <div key={name}>
      <h4 className="pt-2 pb-1 font-medium text-muted text-table">{t(`group.${name}`)}</h4>
      <dl className="divide-y divide-hairline">
        {actions.map((action) => (
          <div key={action} className="flex min-h-8 items-center justify-between gap-4 py-1 text-table">
            <dt>{t(`action.${action}`)}</dt>
            <dd className="flex shrink-0 items-center gap-1">
              {keysOf(action).map((key, order) => (
                <span key={key} className="flex items-center gap-1">
                  {order > 0 && <span className="text-meta text-muted">{t(action === 'palette' ? 'together' : 'then')}</span>}
                  <kbd className="rounded-control border border-control bg-surface px-1.5 font-mono text-meta">{key}</kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  ))
}

function keysOf(action: Shown): readonly string[] {
  if (action === 'palette') return [/Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘' : 'Ctrl', 'K']
  return action === 'open' ? ['Enter'] : keyChords[action]
}
