import { Problem } from '@/lib/contract/problem'
import { imageTarget, noSuchImage, ownerTarget } from './image-access'
import { readListParameters } from './image-list-parameters'
import type { ImageListQuery } from './image-list-query'
import type { ImageService, Story } from './image-service'
import { imageView } from './image-view'

const youMay =
  'This image is deactivated: only an administrator can download it. You may reactivate it first (in the dashboard: Actions › Reactivate).'
const othersMay =
  'This image is deactivated: only an administrator can download it. A member of the project that owns it, or an administrator, can reactivate it.'

/** Show, list and download. */
export function createImageReading(story: Story): Pick<ImageService, 'get' | 'list' | 'view' | 'download'> {
  const { repository, policy, protections, stores, settings, findVisible } = story
  const { show_image_direct_url, show_multiple_locations } = settings.DEFAULT

  return {
    async get(ctx, id) {
      const { image, target } = await findVisible(ctx, id)
      if (!policy.allows(ctx, 'get_image', target))
        throw noSuchImage(id, { reason: 'notVisible', decision: policy.decide(ctx, 'get_image', target) })
      return image
    },

    async list(ctx, parameters) {
      policy.authorize(ctx, 'get_images', ownerTarget(ctx.projectId))
      const asked = readListParameters(parameters, settings.DEFAULT)
      const query = ctx.readOnly ? publicOnly(asked) : asked
      // A filter on a property that the caller may not read must not tell its value either.
      const hidden = query.filters.some((filter) => filter.kind === 'property' && !protections(ctx, 'read', filter.name))
      return repository.list(hidden ? { ...query, filters: [{ kind: 'nothing' }] } : query, ctx)
    },

    view(ctx, image) {
      const asked = show_image_direct_url || show_multiple_locations
      const withheld = image.status === 'deactivated' && !ctx.isAdmin
      const allowed = asked && !withheld && policy.allows(ctx, 'get_image_location', imageTarget(image))
      const readable = Object.entries(image.properties).filter(([name]) => protections(ctx, 'read', name))
      return imageView(
        { ...image, properties: Object.fromEntries(readable) },
        {
          directUrl: allowed && show_image_direct_url,
          locations: allowed && show_multiple_locations,
          storeIds: !withheld,
          stores,
        },
      )
    },

    async download(ctx, id, preferred = []) {
      const unknown = preferred.find((store) => !stores.multi || !stores.find(store))
      if (unknown !== undefined) throw new Problem('badRequest', `There is no store ${unknown} to prefer.`)
      const { image, target } = await findVisible(ctx, id)
      policy.authorize(ctx, 'download_image', target)
      if (image.status === 'deactivated' && !ctx.isAdmin)
        throw new Problem('forbidden', policy.allows(ctx, 'reactivate', target) ? youMay : othersMay)
      const locations = stores.readable(image.locations, preferred)
      return locations.length === 0 ? null : { image, locations }
    },
  }
}

/** What a caller without a token is shown: never what is only the community's. */
function publicOnly(query: ImageListQuery): ImageListQuery {
  const asksForPublic = query.visibility === null || query.visibility === 'public' || query.visibility === 'all'
  return asksForPublic ? { ...query, visibility: 'public' } : { ...query, filters: [{ kind: 'nothing' }] }
}
