import { ImagePath } from '@/lib/contract/image'
import { NewMember } from '@/lib/contract/member'
import { noteDetails } from '@/lib/server/audit/audit-details'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { memberListView, memberView } from '@/lib/server/members/member-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: ImagePath }, async ({ ctx, params }) => {
  return json(memberListView(await services.members.list(ctx, params.imageId)))
})

export const POST = endpoint({ params: ImagePath, body: NewMember }, async ({ ctx, params, body }) => {
  noteDetails(ctx, { memberId: body.member })
  return json(memberView(await services.members.add(ctx, params.imageId, body.member)))
})
