import { z } from 'zod'
import { Problem } from '@/lib/contract/problem'

/** One thing that an application credential may do, as Keystone keeps it. */
export const accessRule = z.object({ service: z.string(), method: z.string(), path: z.string() })

export type AccessRule = z.infer<typeof accessRule>

export interface AskedFor {
  serviceType: string
  method: string
  /** As it stands in the request. */
  path: string
}

/** Throws `unauthenticated` unless a rule of the application credential allows the request; no rules at all allow everything. */
export function assertAccessRules(rules: readonly AccessRule[] | undefined, { serviceType, method, path }: AskedFor) {
  if (!rules) return
  const decoded = decodedPath(path)
  const allowed = rules.some((rule) => rule.service === serviceType && rule.method === method && matchesPath(rule.path, decoded))
  if (!allowed)
    throw new Problem('unauthenticated', 'The access rules of this application credential do not allow this request.', {
      reason: 'accessRules',
    })
}

/** A slash that came encoded divides no segments. */
function decodedPath(path: string): string {
  try {
    return path
      .split('/')
      .map((segment) => decodeURIComponent(segment).replaceAll('/', '%2F'))
      .join('/')
  } catch {
    return path
  }
}

type Step = { wildcard: 'segment' | 'path' } | { literal: string }

/**
 * Whether a rule's path covers this one: `*` and `{name}` stand for one or more characters of one segment, `**` for any.
 * All ways to match are followed at once, so that no rule, which users write themselves, can make this slow.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const steps = stepsOf(pattern)
  let reached = afterSkips(steps, new Set([0]))
  for (const character of path) {
    const next = new Set<number>()
    for (const at of reached) {
      const step = steps[at]
      if (!step) continue
      if ('literal' in step) {
        if (step.literal === character) next.add(at + 1)
      } else if (step.wildcard === 'path' || character !== '/') next.add(at).add(at + 1)
    }
    reached = afterSkips(steps, next)
  }
  return reached.has(steps.length)
}

/** `**` may stand for nothing. */
function afterSkips(steps: readonly Step[], reached: Set<number>): Set<number> {
  for (const at of reached) {
    const step = steps[at]
    if (step && 'wildcard' in step && step.wildcard === 'path') reached.add(at + 1)
  }
  return reached
}

function stepsOf(pattern: string): Step[] {
  const parts = pattern.match(/\*\*|\*|\{[^}/]*\}|[\s\S]/gu) ?? []
  return parts.map((part) => {
    if (part === '**') return { wildcard: 'path' }
    return part === '*' || part.length > 2 || part === '{}' ? { wildcard: 'segment' } : { literal: part }
  })
}
