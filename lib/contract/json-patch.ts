import { z } from 'zod'
import { Problem } from './problem'

/** One change of a PATCH, whichever dialect it came in. */
export type PatchOperation =
  | { op: 'add' | 'replace'; path: readonly string[]; value: unknown; strictAdd: boolean }
  | { op: 'remove'; path: readonly string[] }

/** The media types of the two dialects, as `Accept-Patch` names them. */
export const patchTypes = {
  'application/openstack-images-v2.0-json-patch': readOldOperation,
  'application/openstack-images-v2.1-json-patch': readOperation,
} as const

/** How a body of that `Content-Type` is read; `unsupportedMedia` with `Accept-Patch` for any other type. */
export function patchDialect(contentType: string | null): (body: unknown) => PatchOperation[] {
  const type = contentType?.split(';')[0]?.trim() ?? ''
  if (!Object.hasOwn(patchTypes, type)) {
    const known = Object.keys(patchTypes).join(', ')
    throw new Problem('unsupportedMedia', `A PATCH must be of one of the types ${known}`, { headers: { 'accept-patch': known } })
  }
  const read = patchTypes[type as keyof typeof patchTypes]
  return (body) => {
    if (!Array.isArray(body)) throw new Problem('badRequest', 'A PATCH must be an array of operations')
    return body.map(read)
  }
}

const operation = z.object({ op: z.enum(['add', 'replace', 'remove']), path: z.string(), value: z.unknown().optional() })

function readOperation(element: unknown): PatchOperation {
  const parsed = operation.safeParse(element)
  if (!parsed.success) throw new Problem('badRequest', 'Each operation needs an "op" (add, replace or remove) and a "path"')
  return checked(parsed.data.op, parsed.data.path, { element, strictAdd: false })
}

/** The 2.0 form: `{"replace": "/name", "value": …}`. Its `add` refuses what exists already. */
function readOldOperation(element: unknown): PatchOperation {
  const fields = typeof element === 'object' && element !== null ? (element as Record<string, unknown>) : {}
  const given = (['add', 'replace', 'remove'] as const).filter((op) => Object.hasOwn(fields, op))
  const [op] = given
  const path = op && fields[op]
  if (given.length !== 1 || op === undefined || typeof path !== 'string')
    throw new Problem('badRequest', 'Each operation needs exactly one of "add", "replace" and "remove", with a path')
  return checked(op, path, { element, strictAdd: true })
}

interface Given {
  element: unknown
  strictAdd: boolean
}

function checked(op: PatchOperation['op'], pointer: string, { element, strictAdd }: Given): PatchOperation {
  const path = readPointer(pointer)
  assertDepth(op, path, pointer)
  if (op === 'remove') return { op, path }
  const fields = element as Record<string, unknown>
  if (!Object.hasOwn(fields, 'value')) throw new Problem('badRequest', `The ${op} of ${pointer} needs a "value"`)
  return { op, path, value: fields.value, strictAdd }
}

/** RFC 6901, without empty steps. */
function readPointer(pointer: string): string[] {
  const wrong =
    !pointer.startsWith('/') || pointer.includes('//') || (pointer.endsWith('/') && pointer !== '/') || /~(?![01])/.test(pointer)
  if (wrong) throw new Problem('badRequest', `"${pointer}" is not a JSON pointer to a part of an image`)
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function assertDepth(op: PatchOperation['op'], path: readonly string[], pointer: string) {
  const depth = path[0] === 'locations' && op !== 'replace' ? 2 : 1
  if (path.length !== depth) throw new Problem('badRequest', `"${pointer}" does not point to what can be changed by ${op}`)
}
