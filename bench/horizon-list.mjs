// Horizon's list of images, as its user presses it, and images for the Glance behind it.
import { createConnection } from 'mysql2/promise'
import { manyImages } from '../testing/many-images.mjs'

/** @param {string} label @param {string} option as its search field calls them */
function facet(label, option) {
  const choice = (page, text) => page.locator('.facet-drop').getByText(text, { exact: true }).filter({ visible: true })
  return {
    async on(page) {
      await page.locator('.search-input').click()
      await choice(page, label).click()
      await choice(page, option).waitFor()
      return choice(page, option)
    },
    off: async (page) => page.locator('.magic-search .item', { hasText: `${label}:` }).locator('a.remove'),
  }
}

/** @type {import('./list-times.mjs').Dashboard} */
export const horizonList = {
  path: '/project/images/',
  row: 'hz-dynamic-table tbody a[href*="OS::Glance::Image/"]',
  filters: {
    'status queued': facet('Status', 'Queued'),
    'disk format iso': facet('Format', 'ISO'),
    'visibility private': facet('Visibility', 'Private'),
  },
}

/** Signs in and returns the id of the project. */
export async function signInToHorizon(page, { user, password }) {
  await page.goto('/auth/login/')
  await page.locator('#id_username').fill(user)
  await page.locator('#id_password').fill(password)
  await page.getByRole('button', { name: 'Sign In' }).click()
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/auth/'))
  const session = await page.request.get('/api/keystone/user-session/', { headers: { 'x-requested-with': 'XMLHttpRequest' } })
  return (await session.json()).project_id
}

/** Puts a project's images into Glance's own database and returns what removes them. */
export async function fillGlance(url, { images, projectId }) {
  const client = await createConnection(url.replace(/^mysql\+\w+:/, 'mysql:'))
  for (const statement of manyImages('mysql', { projects: 1, imagesPerProject: images, first: projectId }))
    await client.query(statement)
  return async () => {
    const made = `images.owner = ? and images.checksum like 'sum-%'`
    for (const part of ['image_tags', 'image_properties']) {
      await client.query(`delete ${part} from ${part} join images on images.id = ${part}.image_id where ${made}`, [projectId])
    }
    await client.query(`delete from images where ${made}`, [projectId])
    await client.end()
  }
}
