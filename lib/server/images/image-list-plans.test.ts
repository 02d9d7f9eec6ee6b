import { beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { madeImages, type NaiveImage, naiveList, randomParameters, storeImages } from '@/testing/naive-lists'
import { seededRandom } from '@/testing/seeded-random'
import { readListParameters } from './image-list-parameters'
import { createImageListing, type ImageListing, type Reach } from './image-list-repository'

const limits = { limit_param_default: 25, api_limit_max: 1000 }
const viewers = [
  { projectId: 'p0', isAdmin: false },
  { projectId: 'p1', isAdmin: true },
]

/** Which way leads to a page depends on how much is few: all three must show the same. */
const reaches: [string, Reach][] = [
  ['walked', { few: -1, nearby: 1000 }],
  ['walked near and far, or sorted', { few: 12, nearby: 7 }],
  ['sorted', { few: 1000, nearby: 1000 }],
]

describeOnDatabases('lists, by whatever way,', (on) => {
  let images: NaiveImage[]
  let listings: ImageListing[]

  beforeAll(async () => {
    images = madeImages(seededRandom(1), 100)
    await storeImages(on.database, images)
    listings = reaches.map(([, reach]) => createImageListing(on.database, reach))
  }, 120_000)

  it.each(reaches.map(([name], way) => ({ name, way })))(
    '$name, have the pages that the images themselves have',
    async ({ way }) => {
      const random = seededRandom(2)
      const list = listings[way] as ImageListing
      let shown = 0
      for (let round = 0; round < 60; round += 1) {
        const parameters = randomParameters(random)
        const viewer = viewers[round % 2] as (typeof viewers)[number]
        const expected = naiveList(images, readListParameters(parameters, limits), viewer)
        const ids: string[] = []
        for (let more = true; more; ) {
          const marker = ids.at(-1)
          const page = await list(readListParameters({ ...parameters, ...(marker !== undefined && { marker }) }, limits), viewer)
          ids.push(...page.images.map(({ id }) => id))
          more = page.more && ids.length <= images.length
        }
        expect(ids, JSON.stringify({ parameters, viewer })).toEqual(expected)
        shown += ids.length
      }
      expect(shown).toBeGreaterThan(300)
    },
    120_000,
  )
})
