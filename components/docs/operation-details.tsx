'use client'

import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { curlOf, type ReferenceBody, type ReferenceEntry } from '@/lib/client/api-reference'

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-4">
      <h3 className="mb-1 font-medium text-table">{title}</h3>
      {children}
    </section>
  )
}

/** Names and what they mean, such as parameters and statuses. */
function Meanings({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="divide-y divide-hairline text-table">
      {rows.map(([name, meaning]) => (
        <div key={name} className="flex flex-wrap gap-x-4 py-1 sm:flex-nowrap">
          <dt className="w-full shrink-0 break-all font-mono text-meta leading-5 sm:w-48">{name}</dt>
          <dd lang="en" className="min-w-0 text-muted">
            {meaning}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Text of a machine that may be wider than its place; it can be scrolled by keyboard too. */
function Code({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="max-h-80 overflow-auto rounded-control bg-hover p-3">
      <pre className="font-mono text-meta">{text}</pre>
    </section>
  )
}

function Body({ title, label, body }: { title: string; label: string; body: ReferenceBody }) {
  return (
    <Part title={title}>
      <p className="mb-1 font-mono text-meta text-muted">{body.media}</p>
      {body.schema && <Code text={body.schema} label={label} />}
    </Part>
  )
}

/** Policy, parameters, bodies and statuses of an operation, and a command to copy. */
export function OperationDetails({ entry }: { entry: ReferenceEntry }) {
  const t = useTranslations('reference')
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(window.location.origin), [])
  const { method, path, operation, request, response } = entry
  // Several operations may be open at once: what scrolls in each needs a name of its own.
  const named = (title: string) => `${method} ${path}: ${title}`
  const curl = curlOf(entry, origin)
  const parameters = operation.parameters.filter(({ in: place }) => place !== 'path')
  return (
    <div className="border-hairline border-t px-4 pb-4">
      <Part title={t('policy')}>
        <p className="font-mono text-meta text-muted">{operation['x-policy'] ?? t('anyToken')}</p>
      </Part>
      {parameters.length > 0 && (
        <Part title={t('parameters')}>
          <Meanings rows={parameters.map(({ name, description = '' }) => [name, description] as const)} />
        </Part>
      )}
      {request && <Body title={t('request')} label={named(t('request'))} body={request} />}
      {response && <Body title={t('response')} label={named(t('response'))} body={response} />}
      <Part title={t('statuses')}>
        <Meanings rows={Object.entries(operation.responses).map(([status, { description }]) => [status, description] as const)} />
      </Part>
      <Part title={t('command')}>
        <div className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <Code text={curl} label={named(t('command'))} />
          </div>
          <CopyButton text={curl} what={t('command')} />
        </div>
      </Part>
    </div>
  )
}
