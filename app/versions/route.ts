import { versionList } from '@/lib/server/http/versions'

export const GET = versionList(200)
