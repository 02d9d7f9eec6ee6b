import { STATUS_CODES } from 'node:http'
import Negotiator from 'negotiator'
import { isProblem, Problem } from '@/lib/contract/problem'

/** What the Image API says of a failure in the format that the client's `Accept` asks for. */
export function problemResponse(problem: Problem, accept: string | null): Response {
  const { status, message, headers } = problem
  const [type, render] = errorFormat(accept)
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

/** HTML is first: of what a client likes equally, it gets the first. */
const offered = { 'text/html': formats.html, 'text/plain': formats.text, 'application/json': formats.json } as const

// A client that takes anything, as glanceclient does, cannot read flat JSON: only one that names JSON gets it.
function errorFormat(accept: string | null): readonly [string, Render] {
  if (!accept?.trim()) return formats.text
  const [type] = new Negotiator({ headers: { accept } }).mediaTypes(Object.keys(offered))
  return offered[type as keyof typeof offered] ?? formats.html
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
