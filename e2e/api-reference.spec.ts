import { operations } from '../lib/contract/operations'
import { expectSound, languages } from './support/axe'
import { expect, test } from './support/test'

test('shows every operation to anybody', async ({ page }) => {
  await page.goto('/docs/api')
  await expect(page.getByRole('heading', { name: 'Image API', level: 1 })).toBeVisible()
  await expect(page.locator('summary')).toHaveCount(operations.length)
})

test('tells of an operation what it takes and gives, and how to try it', async ({ page, context, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/docs/api')
  await page.getByText('Create an image without data').click()
  const entry = page.locator('#postImages')
  await expect(entry.getByText('add_image', { exact: true })).toBeVisible()
  await expect(entry.getByText('The id is taken, perhaps by a deleted image.')).toBeVisible()
  await expect(entry.getByRole('region', { name: 'Request body' })).toContainText('"disk_format"')
  await entry.getByRole('button', { name: 'Copy Command' }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain(`curl -i -X POST "${server.url}/v2/images"`)
})

for (const language of languages) {
  test(`axe finds nothing and nothing is cut off, ${language}`, async ({ page, server, context }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'vitrine-language', value: language, url: server.url }])
    await page.goto('/docs/api')
    for (const index of [0, 3, 9]) await page.locator('summary').nth(index).click()
    await page.getByRole('region').first().waitFor()
    await expectSound(page, language, '/docs/api')
  })
}
