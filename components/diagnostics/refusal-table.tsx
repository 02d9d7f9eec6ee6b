'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/loaded'
import { Moment } from '@/components/ui/moment'
import { ServerWords } from '@/components/ui/server-words'
import { SkeletonLines } from '@/components/ui/skeleton'
import { diagnosticsHref } from '@/lib/client/own-path'
import { recentRefusals } from '@/lib/client/refusals'
import type { RefusedRequest } from '@/lib/contract/refused-request'
import { useRefusalWords } from './use-refusal-words'

const shownAtFirst = 20

/** What was refused lately, each with the way to its story. */
export function RefusalTable() {
  const t = useTranslations('diagnostics.refusals')
  const { project, roles } = useSignedIn()
  const [all, setAll] = useState(false)
  const query = useQuery(recentRefusals(project.id))
  return (
    <section aria-labelledby="refusals" className="@container rounded-card border border-hairline bg-surface">
      <div className="border-hairline border-b px-4 py-3">
        <h2 id="refusals" className="font-semibold text-body">
          {t('title')}
        </h2>
        <p className="text-muted text-table">{t(roles.includes('admin') ? 'leadAll' : 'lead')}</p>
      </div>
      <Loaded query={query} loading={<Loading />}>
        {(refusals) =>
          refusals.length === 0 ? (
            <p className="px-4 py-3 text-muted text-table">{t('none')}</p>
          ) : (
            <>
              <Table refusals={all ? refusals : refusals.slice(0, shownAtFirst)} />
              {!all && refusals.length > shownAtFirst && (
                <div className="border-hairline border-t px-4 py-3">
                  <Button size="small" onClick={() => setAll(true)}>
                    {t('all', { count: refusals.length })}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  )
}

function Loading() {
  return (
    <div className="px-4 py-3">
      <SkeletonLines count={1} />
    </div>
  )
}

const heading = 'px-4 py-2 font-medium'

function Table({ refusals }: { refusals: readonly RefusedRequest[] }) {
  const t = useTranslations('diagnostics.refusals')
  return (
    <table aria-labelledby="refusals" className="w-full table-fixed border-collapse text-table">
      <thead>
        <tr className="border-hairline border-b text-left text-meta text-muted">
          <th scope="col" className={`${heading} hidden w-52 @min-[860px]:table-cell`}>
            {t('time')}
          </th>
          <th scope="col" className={heading}>
            {t('request')}
          </th>
          <th scope="col" className={`${heading} w-20`}>
            {t('status')}
          </th>
          <th scope="col" className={`${heading} hidden w-[34%] @min-[560px]:table-cell`}>
            {t('reason')}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-hairline">
        {refusals.map((refusal) => (
          <Row key={refusal.request_id} refusal={refusal} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ refusal }: { refusal: RefusedRequest }) {
  const t = useTranslations('diagnostics.refusals')
  const join = useTranslations('join')
  const { request_id: id, time, first_time, count, method, path, action, status, user, project } = refusal
  return (
    <tr className="align-top">
      <td className="hidden px-4 py-2 @min-[860px]:table-cell">
        <Moment at={time} />
        {count > 1 && <Again count={count} since={first_time} />}
      </td>
      <td className="min-w-0 px-4 py-2">
        <p className="wrap-anywhere font-mono text-meta leading-5">{action ?? method}</p>
        <p className="break-all text-meta text-muted">
          {method} {path}
        </p>
        <p className="text-meta text-muted">
          {user ? t('by', { user: user.name, project: project?.name ?? project?.id ?? t('noProject') }) : t('nobody')}
          <span className="@min-[860px]:hidden">
            {join('facts')}
            <Moment at={time} />
            {count > 1 && <Again count={count} since={first_time} />}
          </span>
        </p>
        <Link
          href={diagnosticsHref({ request: id })}
          className="target-line block w-fit break-all font-mono text-meta text-primary underline-offset-2 hover:underline"
        >
          <span className="sr-only">{t('requestId')} </span>
          {id}
        </Link>
        <p className="text-meta text-muted @min-[560px]:hidden">
          <Why refusal={refusal} />
        </p>
      </td>
      <td className="px-4 py-2 tabular-nums">{status}</td>
      <td className="hidden px-4 py-2 text-muted @min-[560px]:table-cell">
        <Why refusal={refusal} />
      </td>
    </tr>
  )
}

function Why({ refusal }: { refusal: RefusedRequest }) {
  return useRefusalWords()(refusal) ?? <ServerWords sentence={refusal.message} />
}

/** How often it came in a row, and since when. */
function Again({ count, since }: { count: number; since: string }) {
  const t = useTranslations('diagnostics.refusals')
  return (
    <span className="block text-meta text-muted">
      {t('again', { count })} <Moment at={since} />
    </span>
  )
}
