import type { Explanation, Granter, Need } from '@/lib/contract/explanation'
import { refusalMessage } from '../policy/refusal-message'

const granters: Record<Granter, string> = {
  you: 'you',
  'image owner': 'the owner of the image',
  'project administrator': 'an administrator of the project',
  operator: 'the operator of the cloud',
}

/** An explanation in sentences. */
export function explanationText(explanation: Omit<Explanation, 'text'>, isCaller: boolean): string {
  const { allowed, action, decision, roles, ways, other_causes: causes } = explanation
  const who = isCaller ? 'You' : (explanation.user.name ?? explanation.user.id ?? 'Somebody with these roles')
  if (allowed) return `${who} may do this: the policy ${action} allows it.`
  const whose = isCaller ? 'Your roles' : 'The roles'
  const held = roles.length > 0 ? `${whose}: ${roles.join(', ')}.` : `${whose}: none.`
  const others = causes.map(({ text }) => `It cannot be done: ${text}.`)
  if (decision.allowed) return [`The policy ${action} allows it.`, ...others].join(' ')
  const policy = [refusalMessage(decision), `The rule is ${decision.rule || '""'}.`, held]
  return [...policy, `Ways out: ${ways.map(({ needs }) => wayText(needs)).join('; or ')}.`, ...others].join(' ')
}

function wayText(needs: readonly Need[]): string {
  return needs.map(({ text, who }) => `${text} (${granters[who]})`).join(', and ')
}
