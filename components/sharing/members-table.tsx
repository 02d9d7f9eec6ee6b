'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { CopyButton } from '@/components/ui/copy-button'
import { Loaded } from '@/components/ui/loaded'
import { Moment } from '@/components/ui/moment'
import { ShownName } from '@/components/ui/shown-name'
import { SkeletonCard } from '@/components/ui/skeleton-card'
import type { ImageView } from '@/lib/client/image-view'
import { membersQuery } from '@/lib/client/sharing'
import type { MemberView } from '@/lib/contract/member'
import { MemberActions } from './member-actions'
import { MemberStatusBadge } from './member-status'
import { useProjectName } from './use-project-names'

/** The projects with which an image is shared, and what each has made of it. */
export function MembersTable({ image }: { image: ImageView }) {
  const t = useTranslations('sharing')
  const { project, roles } = useSignedIn()
  const query = useQuery(membersQuery(image.id, project.id))
  const seesAll = image.owner === project.id || roles.includes('admin')
  return (
    <Loaded query={query} loading={<SkeletonCard lines={2} />}>
      {(members) =>
        members.length === 0 ? (
          <Empty />
        ) : (
          <>
            <Members image={image} members={members} />
            {!seesAll && <p className="mt-2 text-meta text-muted">{t('onlyOwn')}</p>}
          </>
        )
      }
    </Loaded>
  )
}

function Members({ image, members }: { image: ImageView; members: readonly MemberView[] }) {
  const t = useTranslations('sharing')
  return (
    <div className="rounded-card border border-hairline bg-surface">
      <table aria-label={t('members')} className="w-full border-collapse text-table">
        <thead>
          <tr className="border-hairline border-b text-left text-meta text-muted">
            <th scope="col" className="px-3 py-2 font-medium">
              {t('column.project')}
            </th>
            <th scope="col" className="px-3 py-2 font-medium">
              {t('column.status')}
            </th>
            <th scope="col" className="hidden px-3 py-2 font-medium lg:table-cell">
              {t('column.since')}
            </th>
            <th scope="col" className="hidden px-3 py-2 sm:table-cell">
              <span className="sr-only">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-hairline">
          {members.map((member) => (
            <Row key={member.member_id} image={image} member={member} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ image, member }: { image: ImageView; member: MemberView }) {
  const t = useTranslations('sharing')
  const name = useProjectName()(member.member_id)
  const actions = <MemberActions image={image} member={member} name={name} />
  return (
    <tr>
      <td className="px-3 py-2 align-top">
        {name !== member.member_id && (
          <p className="font-medium wrap-anywhere">
            <ShownName name={name} />
          </p>
        )}
        <p className="flex items-start gap-1">
          <code className="break-all py-1.5 font-mono text-meta text-muted">{member.member_id}</code>
          <CopyButton text={member.member_id} what={t('projectId')} />
        </p>
        <div className="mt-1 sm:hidden">{actions}</div>
      </td>
      <td className="px-3 py-2 align-top">
        <MemberStatusBadge status={member.status} />
      </td>
      <td className="hidden px-3 py-2.5 align-top lg:table-cell">
        <Moment at={member.updated_at} />
      </td>
      <td className="hidden px-3 py-1.5 align-top sm:table-cell">{actions}</td>
    </tr>
  )
}

function Empty() {
  const t = useTranslations('sharing')
  return (
    <div className="rounded-card border border-hairline bg-surface px-6 py-10 text-center">
      <p className="font-medium text-body">{t('noMembers')}</p>
      <p className="mx-auto mt-1 max-w-120 text-muted text-table">{t('noMembersText')}</p>
    </div>
  )
}
