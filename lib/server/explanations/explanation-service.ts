import type { ExplainInput, Explanation, OtherCause } from '@/lib/contract/explanation'
import { isProblem, Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { Image } from '../images/image'
import type { ImageService } from '../images/image-service'
import type { MetadefService } from '../metadefs/metadef-service'
import type { Attributes } from '../policy/attributes'
import { defaultRules, type PolicyName } from '../policy/default-rules'
import type { Policy } from '../policy/policy'
import type { Quotas } from '../quota/quota-service'
import { shortageOf } from '../shortage'
import type { Directory } from './directory'
import { explanationText } from './explanation-text'
import { allOf, failedClauses } from './failed-clauses'
import { cause, type ImageCauseParts, imageCauses, nothingOf } from './image-causes'
import { waysOut } from './needs'
import { simulated } from './simulation'

/** Answers "why can't I?". */
export interface ExplanationService {
  /**
   * What the policy and the state of things say of an action, to whom and why. What the caller cannot see is `notFound`, as if
   * it did not exist; asking for others is `forbidden` unless the caller is an administrator.
   */
  explain(ctx: Context, input: ExplainInput): Promise<Explanation>
}

export interface ExplanationParts extends ImageCauseParts {
  policy: Policy
  directory: Directory
  images: Pick<ImageService, 'get' | 'findVisible'>
  namespaces: Pick<MetadefService['namespaces'], 'get'>
  quotas: Quotas
}

/** What an action is about, as far as its subject can see it. */
interface About {
  target: Attributes
  image: Image | null
  causes: OtherCause[]
}

export function createExplanationService(parts: ExplanationParts): ExplanationService {
  const { policy, images, namespaces, quotas } = parts

  async function aboutImage(ctx: Context, subject: Context, id: string): Promise<About> {
    // Whoever may not see it learns nothing, and a membership counts for the subject.
    await images.get(ctx, id)
    const { image, target } = await images.findVisible(ctx, id)
    if (subject === ctx) return { image, target, causes: [] }
    const seen = await images.get(subject, id).catch(nothingOf('notFound'))
    if (seen) return { ...(await images.findVisible(subject, id)), causes: [] }
    return {
      image,
      target,
      causes: [cause('notVisible', 'image owner', `the project cannot see it: it is ${image.visibility}`, image.visibility)],
    }
  }

  async function aboutNamespace(ctx: Context, name: string, action: PolicyName): Promise<About> {
    const namespace = await namespaces.get(ctx, name).catch((error: unknown) => {
      if (isProblem(error) && error.status < 500) throw new Problem('notFound', `No namespace ${name} was found.`)
      throw error
    })
    const kept = namespace.protected && /^(delete|remove)_/.test(action)
    const causes = kept ? [cause('namespaceProtected', 'operator', `the namespace ${name} is protected`)] : []
    return { image: null, target: { ...ownedBy(namespace.owner), visibility: namespace.visibility }, causes }
  }

  async function about(ctx: Context, subject: Context, { image_id, namespace, visibility, ...input }: Asked): Promise<About> {
    const own = ownedBy(subject.projectId)
    const nothing = { image: null, target: { ...own, visibility: visibility ?? 'shared' }, causes: [] }
    if (image_id !== undefined) {
      const found = await aboutImage(ctx, subject, image_id)
      if (input.action === 'get_images') return { ...found, target: own }
      return input.member_id === undefined ? found : { ...found, target: { ...found.target, member_id: input.member_id } }
    }
    return namespace === undefined ? nothing : aboutNamespace(ctx, namespace, input.action)
  }

  /** Only asked where the policy allows it: how much another project has left is nobody's business. */
  async function quotaCauses(subject: Context, image: Image | null, { action, size }: Asked): Promise<OtherCause[]> {
    const owner = image?.owner ?? subject.projectId
    const asked = {
      add_image: () => quotas.assertRoomForImage(owner),
      upload_image: () => quotas.roomForUpload(owner, size ?? 0),
    }
    const ask = action === 'add_image' || action === 'upload_image' ? asked[action] : undefined
    const reason = await shortageOf(ask?.())
    return reason === null ? [] : [cause('quota', 'operator', reason.replace(/\.$/, ''))]
  }

  return {
    async explain(ctx, { action, as, ...rest }) {
      if (!isPolicyName(action)) throw new Problem('badRequest', `The Image API has no policy ${action}.`)
      const asked = { ...rest, action }
      const subject = as === undefined ? ctx : await simulated(ctx, as, parts)
      const { image, target, causes } = await about(ctx, subject, asked)
      const decisions = policy.decideEach(subject, action, target)
      const decision = decisions.find(({ allowed }) => !allowed) ?? decisions[0]
      const ofImage = image ? await imageCauses({ ctx: subject, image, target, action, property: rest.property }, parts) : []
      const ofQuota = decision.allowed ? await quotaCauses(subject, image, asked) : []
      const otherCauses = [...causes, ...ofImage, ...ofQuota]
      const { userId, userName, projectId, projectName, roles } = subject
      const explanation = {
        action,
        allowed: decision.allowed && otherCauses.length === 0,
        decision,
        user: { id: userId || null, name: userName || null },
        project: projectId === null ? null : { id: projectId, name: projectName },
        roles,
        failed_clauses: failedClauses(allOf(decisions)),
        ways: waysOut(decisions, subject),
        other_causes: otherCauses,
      }
      return {
        ...explanation,
        text: explanationText(explanation, {
          isCaller: as === undefined,
          inOwnProject: as !== undefined && as.project === undefined,
        }),
      }
    },
  }
}

type Asked = Omit<ExplainInput, 'action' | 'as'> & { action: PolicyName }

function isPolicyName(action: string): action is PolicyName {
  return Object.hasOwn(defaultRules, action)
}

/** The names under which policies know who owns something. */
function ownedBy(projectId: string | null): Attributes {
  return { owner: projectId, project_id: projectId, tenant: projectId }
}
