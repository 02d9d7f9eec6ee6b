import { isProblem, Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { ImageService, Story } from './image-service'

type Action = 'deactivate' | 'reactivate'

/** What each action asks for and makes. */
const steps = {
  deactivate: { from: 'active', to: 'deactivated' },
  reactivate: { from: 'deactivated', to: 'active' },
} as const

/** `POST /v2/images/{id}/actions/deactivate` and `…/reactivate`: withholds an image's data, and gives them back. */
export function createImageActions({ repository, policy, findVisible }: Story): Pick<ImageService, Action> {
  const act = (action: Action) => async (ctx: Context, id: string) => {
    const { from, to } = steps[action]
    const { image, target } = await findVisible(ctx, id)
    policy.authorize(ctx, action, target)
    if (image.status === to) return
    if (image.status !== from)
      throw new Problem('forbidden', `The image ${id} is ${image.status}: only one that is ${from} or ${to} can be ${to}.`)
    try {
      await repository.move(image, to)
    } catch (error) {
      // Somebody else may have done the same at the same time, which is as good.
      if (!isProblem(error) || (await repository.find(id))?.status !== to) throw error
    }
  }
  return { deactivate: act('deactivate'), reactivate: act('reactivate') }
}
