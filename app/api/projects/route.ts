import { selectableProjects } from '@/lib/server/auth/log-in'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'

/** The projects that the caller may switch to. */
export const GET = endpoint({}, async ({ ctx }) => json({ projects: await selectableProjects(ctx.token) }))
