import { existsSync } from 'node:fs'
import { BlockList, isIPv6 } from 'node:net'
import { Problem } from '@/lib/contract/problem'
import { services } from '../services'
import { clientAddress } from './client-address'

interface Health {
  status: 200 | 503
  reason: string
  details: string
}

/** Whether this process should get requests: the operator takes it out of service by a file. */
export function health(request: Request): Health {
  assertAllowed(request)
  return ownHealth()
}

/** The same for whoever may know it anyway. */
export function ownHealth(): Health {
  const { backends, disable_by_file_path: file } = services.config.healthcheck
  const files = [
    ...(backends.includes('disable_by_file') && file !== '' ? [file] : []),
    ...(backends.includes('disable_by_files_ports') ? filesOfThisPort() : []),
  ]
  if (files.length === 0) return { status: 200, reason: 'OK', details: 'No file is configured that would disable this service.' }
  const found = files.find((each) => existsSync(each))
  if (found) return { status: 503, reason: 'DISABLED BY FILE', details: `The file ${found} exists.` }
  return { status: 200, reason: 'OK', details: `No such file: ${files.join(', ')}.` }
}

/** Throws `forbidden` to whom the operator does not let ask. */
function assertAllowed(request: Request) {
  const { allowed_source_ranges: ranges, ignore_proxied_requests: direct } = services.config.healthcheck
  if (direct && (request.headers.has('x-forwarded-for') || request.headers.has('forwarded')))
    throw new Problem('forbidden', 'The health of this service is not told through a proxy.')
  if (ranges.length === 0) return
  const address = clientAddress(request).replace(/^::ffff:(?=\d+\.)/, '')
  if (!isWithin(ranges, address)) throw new Problem('forbidden', 'The health of this service is not told to your address.')
}

function isWithin(ranges: readonly string[], address: string): boolean {
  const allowed = new BlockList()
  for (const range of ranges) {
    const [network = '', bits] = range.split('/')
    const family = isIPv6(network) ? 'ipv6' : 'ipv4'
    allowed.addSubnet(network, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  return allowed.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

function filesOfThisPort(): string[] {
  const { healthcheck, DEFAULT } = services.config
  return healthcheck.disable_by_file_paths.flatMap((pair) => {
    const [port, ...path] = pair.split(':')
    return Number(port) === DEFAULT.bind_port ? [path.join(':')] : []
  })
}

/** The answer to `GET /healthcheck` in the form that `Accept` asks for: JSON, HTML, or the bare reason. */
export function healthResponse(request: Request): Response {
  const found = health(request)
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
