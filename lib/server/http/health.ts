import { existsSync } from 'node:fs'
import { services } from '../services'

interface Health {
  status: 200 | 503
  reason: string
  details: string
}

/** Whether this process should get requests: the operator takes it out of service by a file. */
export function health(): Health {
  const file = services.config.healthcheck.disable_by_file_path
  if (file === '') return { status: 200, reason: 'OK', details: 'No file is configured that would disable this service.' }
  if (existsSync(file)) return { status: 503, reason: 'DISABLED BY FILE', details: `The file ${file} exists.` }
  return { status: 200, reason: 'OK', details: `The file ${file} does not exist.` }
}

/** The answer to `GET /healthcheck` in the form that `Accept` asks for: JSON, HTML, or the bare reason. */
export function healthResponse(request: Request): Response {
  const found = health()
  const accept = request.headers.get('accept') ?? ''
  const form = forms.find(({ type }) => accept.includes(type)) ?? plain
  const body = form.render(found, services.config.healthcheck.detailed)
  return new Response(body, { status: found.status, headers: { 'content-type': form.type } })
}

interface Form {
  type: string
  render(found: Health, detailed: boolean): string
}

const plain: Form = { type: 'text/plain', render: ({ reason }) => reason }

const forms: readonly Form[] = [
  {
    type: 'application/json',
    render({ reason, details }, detailed) {
      if (!detailed) return JSON.stringify({ detailed, reasons: [reason] })
      return JSON.stringify({ detailed, reasons: [{ reason, details }], ...processFacts() })
    },
  },
  {
    type: 'text/html',
    render({ reason, details }, detailed) {
      const facts = detailed ? { details, ...processFacts() } : {}
      const rows = Object.entries(facts).map(([name, value]) => `<tr><th>${name}</th><td>${escaped(String(value))}</td></tr>`)
      const table = rows.length > 0 ? `<table>${rows.join('')}</table>` : ''
      return `<!doctype html><html lang="en"><head><title>Health</title></head><body><h1>${reason}</h1>${table}</body></html>`
    },
  },
]

function processFacts() {
  const { rss, heapUsed } = process.memoryUsage()
  return {
    now: new Date().toISOString(),
    node_version: process.version,
    platform: `${process.platform} ${process.arch}`,
    pid: process.pid,
    uptime_seconds: Math.floor(process.uptime()),
    memory_bytes: rss,
    heap_bytes: heapUsed,
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
