import { Problem } from '@/lib/contract/problem'
import type { Settings } from '../config-options'
import type { Context } from '../context'
import type { Attributes } from '../policy/attributes'
import type { PolicyName } from '../policy/default-rules'
import type { Policy } from '../policy/policy'
import type { Namespace } from './metadef'
import type { MetadefRepository } from './metadef-repository'

export interface MetadefParts {
  repository: MetadefRepository
  policy: Policy
  settings: Pick<Settings, 'DEFAULT'>
}

/** Finds a namespace in which the caller may do this; `notFound` where it cannot be seen, `forbidden` where it can. */
export type Enter = (ctx: Context, name: string, rule: PolicyName) => Promise<Namespace>

/** What each story has at hand. */
export interface MetadefStory extends MetadefParts {
  enter: Enter
  /** As `enter`, for a deletion: what is protected stays, whoever asks. */
  enterToRemove: Enter
}

export function createMetadefStory(parts: MetadefParts): MetadefStory {
  const enter: Enter = async (ctx, name, rule) => {
    const namespace = await parts.repository.namespaces.find(name)
    if (!namespace || !isVisible(ctx, namespace)) throw noSuchNamespace(name)
    parts.policy.authorize(ctx, rule, namespaceTarget(namespace.owner, namespace.visibility))
    return namespace
  }
  return {
    ...parts,
    enter,
    async enterToRemove(ctx, name, rule) {
      const namespace = await enter(ctx, name, rule)
      if (namespace.protected) throw new Problem('forbidden', `The namespace ${name} is protected: nothing in it can be deleted.`)
      return namespace
    },
  }
}

export function isVisible(ctx: Context, { visibility, owner }: Namespace): boolean {
  return ctx.isAdmin || visibility === 'public' || owner === ctx.projectId
}

export function noSuchNamespace(name: string): Problem {
  return new Problem('notFound', `No namespace ${name} was found.`)
}

/** The attributes of a namespace by which policies decide. */
export function namespaceTarget(owner: string | null, visibility?: string): Attributes {
  return { owner, project_id: owner, tenant: owner, ...(visibility !== undefined && { visibility }) }
}
