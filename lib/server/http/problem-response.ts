import { STATUS_CODES } from 'node:http'
import Negotiator from 'negotiator'
import { isProblem, Problem } from '@/lib/contract/problem'

/** What the Image API, and Vitrine's own routes, say of a failure in the format that the client's `Accept` asks for. */
export function problemResponse(problem: Problem, request: Pick<Request, 'url' | 'headers'>): Response {
  const { status, message, headers } = problem
  const [type, render] = errorFormat(request)
  return new Response(render(status, message), { status, headers: { ...headers, 'content-type': type } })
}

type Render = (status: number, message: string) => string

const formats = {
  json: [
    'application/json',
    (status, message) => JSON.stringify({ message, code: heading(status), title: STATUS_CODES[status] }),
  ],
  html: [
    'text/html; charset=UTF-8',
    (status, message) => {
      const title = heading(status)
      // One thing a line: glanceclient strips the tags and drops lines that say the same.
      const lines = [
        `<html><head><title>${title}</title></head>`,
        `<body><h1>${title}</h1>`,
        `${escapeHtml(message)}<br /><br />`,
      ]
      return `${lines.join('\n')}\n</body></html>`
    },
  ],
  text: ['text/plain; charset=UTF-8', (status, message) => `${heading(status)}\n\n${message}\n\n`],
} as const satisfies Record<string, readonly [string, Render]>

/** The first of what a client likes equally is taken; `unasked` answers those that say nothing, `otherwise` those that like none. */
interface Offer {
  types: Record<string, readonly [string, Render]>
  unasked: readonly [string, Render]
  otherwise: readonly [string, Render]
}

// A client that takes anything, as glanceclient does, cannot read flat JSON: only one that names JSON gets it.
const imageOffer: Offer = {
  types: { 'text/html': formats.html, 'text/plain': formats.text, 'application/json': formats.json },
  unasked: formats.text,
  otherwise: formats.html,
}

/** Of the routes that Glance does not have, whose answers are JSON too. */
const ownOffer: Offer = {
  types: { 'application/json': formats.json, 'text/html': formats.html, 'text/plain': formats.text },
  unasked: formats.json,
  otherwise: formats.json,
}

function errorFormat({ url, headers }: Pick<Request, 'url' | 'headers'>): readonly [string, Render] {
  const { types, unasked, otherwise } = new URL(url).pathname.startsWith('/api/') ? ownOffer : imageOffer
  const accept = headers.get('accept')
  if (!accept?.trim()) return unasked
  const [type = ''] = new Negotiator({ headers: { accept } }).mediaTypes(Object.keys(types))
  return types[type] ?? otherwise
}

function heading(status: number): string {
  return `${status} ${STATUS_CODES[status]}`
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (character) => entities[character] as string)
}

/** Any error as a problem; what nobody foresaw is `internal` and tells the client nothing of itself. */
export function asProblem(error: unknown): Problem {
  if (isProblem(error)) return error
  const message = 'The server has either erred or is incapable of performing the requested operation.'
  return new Problem('internal', message, { cause: error })
}
