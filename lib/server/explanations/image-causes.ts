import type { OtherCause } from '@/lib/contract/explanation'
import { isReserved } from '@/lib/contract/image-fields'
import { isProblem } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { Image } from '../images/image'
import type { MemberService } from '../members/member-service'
import type { Attributes } from '../policy/attributes'
import type { PolicyName } from '../policy/default-rules'
import type { Policy } from '../policy/policy'
import type { PropertyProtections } from '../policy/property-protections'

/** An action on an image that its subject can see. */
export interface ImageQuestion {
  /** Whose action it is. */
  ctx: Context
  action: PolicyName
  image: Image
  /** The image, as policies take it. */
  target: Attributes
  property?: string | undefined
}

export interface ImageCauseParts {
  policy: Pick<Policy, 'allows'>
  members: Pick<MemberService, 'get'>
  protections: PropertyProtections
  cached: boolean
  severalStores: boolean
}

type Cause = OtherCause | null
type Look = (question: ImageQuestion, parts: ImageCauseParts) => Cause | Promise<Cause>

/** What about the image itself, whatever the policy says, speaks against the action. */
export async function imageCauses(question: ImageQuestion, parts: ImageCauseParts): Promise<OtherCause[]> {
  const causes = await Promise.all((looks[question.action] ?? []).map((look) => look(question, parts)))
  return causes.filter((cause) => cause !== null)
}

const status =
  (...good: readonly Image['status'][]): Look =>
  ({ image }) =>
    good.includes(image.status)
      ? null
      : cause('status', 'nobody', `it is ${image.status}, not ${good.join(' or ')}`, image.status)

const isProtected: Look = ({ image }) => (image.protected ? cause('protected', 'image owner', 'it is protected') : null)

const formats: Look = ({ image: { diskFormat, containerFormat } }) =>
  diskFormat !== null && containerFormat !== null
    ? null
    : cause('formatsMissing', 'image owner', 'its disk_format and container_format are not both set')

const deactivated: Look = ({ ctx, image, target }, { policy }) =>
  image.status !== 'deactivated' || ctx.isAdmin
    ? null
    : cause(
        'deactivated',
        policy.allows(ctx, 'reactivate', target) ? 'you' : 'image owner',
        'it is deactivated: until it is reactivated, only administrators get its data',
      )

const data: Look = ({ image }) => (image.locations.length > 0 ? null : cause('noData', 'image owner', 'it has no data yet'))

const shared: Look = ({ image: { visibility } }) =>
  visibility === 'shared'
    ? null
    : cause('notShared', 'image owner', `it is ${visibility}, and only a shared image has members`, visibility)

const severalStores: Look = (_, parts) =>
  parts.severalStores ? null : cause('oneStore', 'operator', 'there is only one store here')

const cache: Look = (_, { cached }) => (cached ? null : cause('noCache', 'operator', 'nothing is cached here'))

const hidden: Look = ({ image }) =>
  image.hidden
    ? cause('hidden', 'image owner', 'it is hidden (os_hidden), and lists show it only when asked for hidden images')
    : null

const listed: Look = async ({ ctx, image: { id, owner, visibility } }, { members }) => {
  if (owner === ctx.projectId || visibility === 'public') return null
  if (visibility === 'community')
    return cause('notListed', 'you', 'lists show it only when asked for community images', visibility)
  if (visibility === 'private') return null
  if (ctx.isAdmin || ctx.projectId === null) return null
  const member = await members.get(ctx, id, ctx.projectId).catch(nothingOf('notFound'))
  const answer = member?.status
  if (!answer || answer === 'accepted') return null
  return cause('membershipPending', 'you', `the project has not accepted it (${answer})`, answer)
}

const property =
  (operation?: 'read'): Look =>
  ({ ctx, image, property: name }, { protections }) => {
    if (name === undefined) return null
    if (operation !== 'read' && isReserved(name))
      return cause('propertyReadOnly', 'nobody', `the attribute ${name} is read-only or reserved`, name)
    const change = Object.hasOwn(image.properties, name) ? 'update' : 'create'
    if (protections(ctx, operation ?? change, name)) return null
    return cause('propertyProtected', 'operator', `the property ${name} is protected`, name)
  }

const looks: Partial<Record<PolicyName, readonly Look[]>> = {
  get_images: [hidden, listed],
  get_image: [property('read')],
  modify_image: [property()],
  delete_image: [isProtected],
  upload_image: [status('queued'), formats],
  download_image: [deactivated, data],
  deactivate: [status('active', 'deactivated')],
  reactivate: [status('deactivated', 'active')],
  copy_image: [severalStores, status('active')],
  add_member: [shared],
  get_members: [shared],
  get_member: [shared],
  modify_member: [shared],
  delete_member: [shared],
  add_image_location: [status('queued')],
  delete_image_location: [severalStores, status('active')],
  cache_image: [cache, status('active')],
  cache_delete: [cache],
  list_cached_nodes: [cache],
}

/** A cause in the words of the image, or of whatever else it is about. */
export function cause(name: OtherCause['cause'], who: OtherCause['who'], text: string, value?: string): OtherCause {
  return { cause: name, who, ...(value !== undefined && { value }), text }
}

/** Nothing where it failed in that way; whatever else fails goes on. */
export function nothingOf(kind: 'notFound' | 'tooLarge') {
  return (error: unknown): null => {
    if (isProblem(error) && error.kind === kind) return null
    throw error
  }
}
