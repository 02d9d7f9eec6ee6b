import type { Explanation, Granter, Need } from '@/lib/contract/explanation'
import { refusalMessage } from '../policy/refusal-message'

const granters: Record<Granter, string> = {
  you: 'you',
  'image owner': 'the owner of the image',
  'project administrator': 'an administrator of the project',
  operator: 'the operator of the cloud',
}

/** Whom an explanation is about. */
interface About {
  isCaller: boolean
  /** Whether somebody else is looked at in the project of whoever asks, since none was named. */
  inOwnProject: boolean
}

/** An explanation in sentences. */
export function explanationText(explanation: Omit<Explanation, 'text'>, about: About): string {
  const { id, name } = explanation.project ?? {}
  const text = sentences(explanation, about.isCaller)
  if (!about.inOwnProject || !id) return text
  return `${text} This is about the project ${name ?? id}, your own, since no project was named.`
}

function sentences(explanation: Omit<Explanation, 'text'>, isCaller: boolean): string {
  const { allowed, action, decision, roles, ways, other_causes: causes } = explanation
  const somebody = explanation.user.name ?? explanation.user.id
  if (allowed)
    return `${isCaller ? 'You' : (somebody ?? 'Somebody with these roles')} may do this: the policy ${action} allows it.`
  const whose = isCaller ? 'Your roles' : 'The roles'
  const held = roles.length > 0 ? `${whose}: ${roles.join(', ')}.` : `${whose}: none.`
  const others = causes.map(({ text }) => `It cannot be done: ${text}.`)
  if (decision.allowed) return [`The policy ${action} allows it.`, ...others].join(' ')
  const besides = decision.action === action ? [] : [`Besides ${action} it needs the policy ${decision.action}.`]
  const policy = [
    ...besides,
    refusalMessage(decision, isCaller ? 'you' : (somebody ?? 'somebody with these roles')),
    `The rule is ${decision.rule || '""'}.`,
    held,
  ]
  return [...policy, `Ways out: ${ways.map(({ needs }) => wayText(needs)).join('; or ')}.`, ...others].join(' ')
}

function wayText(needs: readonly Need[]): string {
  return needs.map(({ text, who }) => `${text} (${granters[who]})`).join(', and ')
}
