import { importInfo } from '@/lib/contract/import-request'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const GET = endpoint({}, () => json(importInfo(services.imports.methods)))
