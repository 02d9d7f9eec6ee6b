import { Problem } from '@/lib/contract/problem'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const GET = endpoint({}, async ({ ctx }) => {
  if (ctx.projectId === null) throw new Problem('forbidden', 'Only a project has limits: this token is for none.')
  return json(await services.quotas.usage(ctx.projectId))
})
