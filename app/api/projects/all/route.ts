import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { allProjects } from '@/lib/server/projects/all-projects'
import { services } from '@/lib/server/services'

/** Every project that Keystone tells the caller of; 403 where it does not list them for the caller. */
export const GET = endpoint({}, async ({ ctx }) => json({ projects: await allProjects(services.keystoneUrl, ctx.token) }))
