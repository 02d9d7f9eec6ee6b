import { MemberAnswer, MemberPath } from '@/lib/contract/member'
import { noteDetails } from '@/lib/server/audit/audit-details'
import { json, noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { memberView } from '@/lib/server/members/member-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: MemberPath }, async ({ ctx, params }) => {
  return json(memberView(await services.members.get(ctx, params.imageId, params.memberId)))
})

export const PUT = endpoint({ params: MemberPath, body: MemberAnswer }, async ({ ctx, params, body }) => {
  noteDetails(ctx, { memberId: params.memberId, status: body.status })
  return json(memberView(await services.members.answer(ctx, params.imageId, params.memberId, body.status)))
})

export const DELETE = endpoint({ params: MemberPath }, async ({ ctx, params }) => {
  await services.members.remove(ctx, params.imageId, params.memberId)
  return noContent()
})
