import AxeBuilder from '@axe-core/playwright'
import { operations } from '../lib/contract/operations'
import { expect, test } from './support/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

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
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`curl -i -X POST "${server.url}/v2/images"`)
})

for (const [theme, language] of [
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'zh'],
  ['dark', 'zh'],
] as const) {
  test(`axe finds nothing and nothing overflows, ${theme}, ${language}`, async ({ page, server, context }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'vitrine-language', value: language, url: server.url }])
    await page.goto('/docs/api')
    for (const index of [0, 3, 9]) await page.locator('summary').nth(index).click()
    await page.getByRole('region').first().waitFor()
    const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
}
