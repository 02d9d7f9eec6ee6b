import { DiagnosticsQuery, diagnosticsAnswer } from '@/lib/server/http/diagnostics-answer'
import { openEndpoint } from '@/lib/server/http/endpoint'

/** Why something is refused, for anybody: one check a line, the verdict last. */
export const GET = openEndpoint({ query: DiagnosticsQuery }, ({ request, query }) => diagnosticsAnswer(request, query))
