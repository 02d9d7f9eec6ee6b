import { z } from 'zod'
import { visibilities } from './image-fields'
import type { Clause, PolicyDecision } from './policy-decision'

const word = z.string().min(1).max(255)

/** What to explain: an action by the name of its policy, and what it is about. Without an image: one of the own project. */
export const ExplainInput = z.object({
  action: word,
  image_id: word.optional(),
  /** Of metadata definitions. */
  namespace: word.optional(),
  /** The project whose membership it is about. */
  member_id: word.optional(),
  /** What a new image shall have. */
  visibility: z.enum(visibilities).optional(),
  /** A property of the image that is read or changed. */
  property: word.optional(),
  /** How many bytes an upload shall bring. */
  size: z.int().nonnegative().optional(),
  /** For administrators: somebody else in place of the caller, by id or name, with the roles that Keystone tells or these. */
  as: z
    .object({
      user: word.optional(),
      project: word.optional(),
      domain_id: word.optional(),
      roles: z.array(word).max(100).optional(),
    })
    .optional(),
})
export type ExplainInput = z.infer<typeof ExplainInput>

/** Whoever can change something. */
export type Granter = 'you' | 'image owner' | 'project administrator' | 'operator'

/** One thing that would have to be otherwise, and who can change it. */
export interface Need {
  kind: 'role' | 'project' | 'membership' | 'visibility' | 'projectToken' | 'token' | 'clause' | 'rule'
  who: Granter
  /** The role, project, visibility or clause that is needed; of a `rule` the action. */
  value: string
  /** Where a role is needed. */
  project?: { id: string; name: string | null }
  text: string
}

/** What makes an action impossible whatever the policy says. */
export interface OtherCause {
  cause:
    | ('notVisible' | 'hidden' | 'notListed' | 'membershipPending')
    | ('protected' | 'status' | 'formatsMissing' | 'deactivated' | 'noData' | 'notShared')
    | ('propertyReadOnly' | 'propertyProtected' | 'quota' | 'oneStore' | 'noCache' | 'namespaceProtected')
  who: Granter | 'nobody'
  /** What the text is about: a status, a visibility, a property. */
  value?: string
  text: string
}

/** Why somebody may or may not do something. */
export interface Explanation {
  action: string
  /** Whether neither the policy nor anything else speaks against it. */
  allowed: boolean
  decision: PolicyDecision
  user: { id: string | null; name: string | null }
  project: { id: string; name: string | null } | null
  roles: readonly string[]
  /** The parts of the rule on which it failed; none where the policy allows. */
  failed_clauses: Clause[]
  /** The ways to be allowed, the easiest first; all needs of a way go together. None where the policy allows. */
  ways: { needs: Need[] }[]
  other_causes: OtherCause[]
  /** All of it in sentences. */
  text: string
}
