import { silentControls, troubleOf } from './support/page-trouble'
import { type DashboardPages, fillEveryPage, openSettled } from './support/pages'
import { expect, signIn, test } from './support/test'

let pages: DashboardPages
test.beforeAll(async ({ cloud, server }) => {
  pages = await fillEveryPage(cloud, server.folder)
})

// What an administrator sees is looked at in accessibility.spec, which opens every page as one.
for (const role of ['member', 'reader']) {
  test(`every page opens for the role ${role}, and what it cannot do it explains`, async ({ page, cloud }) => {
    test.slow()
    const person = await cloud.createPerson(role)
    await signIn(page, person.password, person.name)
    const trouble = troubleOf(page)
    for (const [name, path] of Object.entries(pages)) {
      await openSettled(page, path)
      if (name.startsWith('admin-')) {
        await expect(page.getByRole('heading', { name: 'You have no access to this page' }), path).toBeVisible()
      }
      expect.soft(await silentControls(page), path).toEqual([])
      expect.soft(trouble.splice(0), path).toEqual([])
    }
  })
}
