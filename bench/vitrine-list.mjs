// Vitrine's list of images, as its user presses it.
import { memberPassword } from './project-member.mjs'

/** A filter whose button opens its choices. */
function choice(label, role, option) {
  const choices = (page) => page.getByRole('dialog', { name: label })
  return {
    async on(page) {
      await page.getByRole('search').getByRole('button', { name: label, exact: true }).click()
      const control = choices(page).getByRole(role, { name: option, exact: true })
      await control.waitFor()
      return control
    },
    async off(page) {
      await page.keyboard.press('Escape')
      return page.getByRole('button', { name: `Remove the filter ${label}` })
    },
  }
}

const hidden = async (page) => page.getByRole('button', { name: 'Hidden images' })

/** @type {import('./list-times.mjs').Dashboard} */
export const vitrineList = {
  path: '/images',
  row: 'main tbody a',
  outdated: 'main table.opacity-60',
  filters: {
    'status queued': choice('Status', 'checkbox', 'Queued'),
    'disk format iso': choice('Disk format', 'checkbox', 'iso'),
    'visibility private': choice('Visibility', 'radio', 'Private'),
    'hidden images': { on: hidden, off: hidden },
  },
}

/** Signs in as the member of the project that is measured. */
export async function signInToVitrine(page) {
  await page.goto('/login')
  await page.getByLabel('User name').fill('bench')
  await page.getByLabel('Password').fill(memberPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator(vitrineList.row).first().waitFor()
}
