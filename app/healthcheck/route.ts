import { existsSync } from 'node:fs'
import { json } from '@/lib/server/http/answers'
import { openEndpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

function health() {
  const { disable_by_file_path } = services.config.healthcheck
  const disabled = disable_by_file_path !== '' && existsSync(disable_by_file_path)
  return disabled ? { status: 503, reason: 'DISABLED BY FILE' } : { status: 200, reason: 'OK' }
}

export const GET = openEndpoint({}, ({ request }) => {
  const { status, reason } = health()
  if (request.headers.get('accept')?.includes('application/json')) return json({ detailed: false, reasons: [reason] }, { status })
  return new Response(reason, { status, headers: { 'content-type': 'text/plain' } })
})

export const HEAD = openEndpoint({}, () => {
  const { status } = health()
  return new Response(null, { status: status === 200 ? 204 : status })
})
