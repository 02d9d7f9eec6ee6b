import type { Need } from '@/lib/contract/explanation'
import type { Clause, PolicyDecision } from '@/lib/contract/policy-decision'
import type { Identity } from '../context'
import { allOf, waysToHold } from './failed-clauses'

/** Roles that make somebody more than a user of a project. */
const operatorsRoles: readonly string[] = ['admin', 'service']

type Asking = Pick<Identity, 'projectId' | 'projectName'>

/** What each way to be allowed needs, and who can grant it: the easiest first, the operator's change of the rule last. */
export function waysOut(decisions: readonly PolicyDecision[], asking: Asking): { needs: Need[] }[] {
  const refusing = decisions.filter(({ allowed }) => !allowed)
  if (refusing.length === 0) return []
  const ways = waysToHold(allOf(refusing)).map((way) => way.map((clause) => needOf(clause, asking)))
  const operators = (needs: Need[]) => needs.filter(({ who }) => who === 'operator').length
  const changes = refusing.map(
    ({ action }): Need => ({ kind: 'rule', who: 'operator', value: action, text: `the rule ${action} has to change` }),
  )
  return [...ways.toSorted((a, b) => operators(a) - operators(b)), changes].map((needs) => ({ needs }))
}

function needOf(clause: Clause, asking: Asking): Need {
  switch (clause.kind) {
    case 'role':
      return roleNeed(clause.wanted ?? clause.text, asking)
    case 'scope':
      return { kind: 'projectToken', who: 'you', value: 'project', text: 'a token of a project is needed' }
    case 'anonymous':
      return { kind: 'token', who: 'you', value: 'token', text: 'a token is needed' }
    case 'attribute':
      return attributeNeed(clause, asking)
    case 'literal':
      return literalNeed(clause)
    default:
      return otherNeed(clause)
  }
}

function roleNeed(role: string, { projectId, projectName }: Asking): Need {
  const project = projectId === null ? {} : { project: { id: projectId, name: projectName } }
  const where = projectId === null ? '' : ` on project ${projectName ?? projectId}`
  const who = operatorsRoles.includes(role.toLowerCase()) ? 'operator' : 'project administrator'
  return { kind: 'role', who, value: role, ...project, text: `the role ${role}${where} is needed` }
}

function attributeNeed(clause: Clause, { projectId }: Asking): Need {
  const { text, wanted } = clause
  if (!/^(project_id|tenant):/.test(text)) return otherNeed(clause)
  if (text.includes('%(member_id)s'))
    return { kind: 'membership', who: 'image owner', value: projectId ?? '', text: 'the image has to be shared with the project' }
  if (!wanted) return otherNeed(clause)
  const said = `it has to be done in the project ${wanted}, with a role there`
  return { kind: 'project', who: 'project administrator', value: wanted, text: said }
}

function literalNeed(clause: Clause): Need {
  if (!clause.text.includes('%(visibility)s') || !clause.found) return otherNeed(clause)
  return { kind: 'visibility', who: 'image owner', value: clause.found, text: `the image has to be ${clause.found}` }
}

function otherNeed({ text }: Clause): Need {
  return { kind: 'clause', who: 'operator', value: text, text: `"${text}" has to hold` }
}
