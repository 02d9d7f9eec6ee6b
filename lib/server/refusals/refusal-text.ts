import type { RefusalReason } from '@/lib/contract/refusal'
import type { RefusedRequest } from '@/lib/contract/refused-request'
import { refusalMessage } from '../policy/refusal-message'

const operatorsMove = 'The image service could not check the token with Keystone. Only the operator can mend that.'

const reasons: Record<RefusalReason, string> = {
  noToken: 'It carried no token, so nobody was recognised. Sign in; if a token was sent, something on the way dropped it.',
  tokenRefused: 'Keystone did not accept its token: it had expired, was revoked, or came from another Keystone. Sign in again.',
  tokenExpired: 'Its token had expired. Sign in again.',
  accessRules: 'Its token comes from an application credential whose access rules do not allow this request.',
  serviceTokenRefused: 'The token of the service that passed it on was not accepted.',
  serviceAccountRefused: operatorsMove,
  serviceAccountPowerless: operatorsMove,
  endpointMissing: operatorsMove,
  identityUnreachable: operatorsMove,
  identityFailing: operatorsMove,
  notVisible: 'What it asked for exists, but its project cannot see it.',
  notThere: 'What it asked for does not exist.',
}

const unseen = 'What it asked for does not exist, or its project cannot see it.'

/** What happened to a request, in sentences. */
export function refusalText(refusal: Omit<RefusedRequest, 'text'>): string {
  const { method, path, status, reason, message, decision, user, project } = refusal
  const who = user ? ` of ${user.name || user.id}${project ? ` in ${project.name ?? project.id}` : ''}` : ''
  const begin = `${method} ${path}${who} was refused with ${status}.`
  if (reason) return decision ? `${begin} ${reasons[reason]} ${refusalMessage(decision)}` : `${begin} ${reasons[reason]}`
  if (status === 404) return `${begin} ${unseen} ${nextSteps(path, project)}`
  return `${begin} ${message}${decision ? ` The rule is ${decision.rule || '""'}.` : ''}`
}

/** What helps whoever finds nothing there. */
function nextSteps(path: string, project: RefusedRequest['project']): string {
  if (!path.startsWith('/v2/images/')) return 'Check the name or ID, and the project that you work in.'
  const withWhom = project ? ` with ${project.name ?? project.id}` : ''
  return `Check the ID. If it is right, work in the project that owns the image, or ask its owner to share it${withWhom}.`
}
