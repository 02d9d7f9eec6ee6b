import { z } from 'zod'
import type { PolicyDecision, PolicyRule } from './policy-decision'

/** What a rule may be asked about: something of the own project, or of another one and private, shared with the own, or public. */
export const policyTargets = ['own', 'other', 'shared', 'public'] as const
export type PolicyTarget = (typeof policyTargets)[number]

/** One cell of the matrix. */
export const PolicyCell = z.object({
  action: z.string().min(1).max(255),
  role: z.string().min(1).max(255),
  target: z.enum(policyTargets),
})
export type PolicyCell = z.infer<typeof PolicyCell>

/** Where a rule of a file stands. */
export interface RulePlace {
  file: string
  line: number
}

/** One row: a rule in force, and on which targets each role passes it. */
export interface PolicyRow extends PolicyRule {
  at: RulePlace | null
  allowed: Record<string, PolicyTarget[]>
}

/** `GET /api/policy`. */
export interface PolicyMatrixView {
  /** With the roles that somebody who is given it has. */
  roles: { name: string; holds: string[] }[]
  rules: PolicyRow[]
  /** The operator's files in force. */
  files: string[]
  /** When the rules in force were read; ISO 8601. */
  loaded_at: string
  /** Why a newer state of the files is not in force; null where it is. */
  problem: string | null
  /** Whether only tokens of projects pass. */
  enforce_scope: boolean
}

/** `GET /api/policy/decision`. */
export interface PolicyCellView {
  decision: PolicyDecision
  at: RulePlace | null
}
