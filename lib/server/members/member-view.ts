import type { MemberView } from '@/lib/contract/member'
import { paths } from '@/lib/contract/paths'
import type { Member } from './member'

/** Domain → wire. */
export function memberView({ projectId, imageId, status, createdAt, updatedAt }: Member): MemberView {
  return {
    member_id: projectId,
    image_id: imageId,
    status,
    created_at: wireTime(createdAt),
    updated_at: wireTime(updatedAt),
    schema: paths.schema('member'),
  }
}

/** The list document; it has no pages. */
export function memberListView(members: readonly Member[]) {
  return { members: members.map(memberView), schema: paths.schema('members') }
}

function wireTime(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z')
}
