import { chooseAction } from './support/choose-action'
import { expect, test } from './support/test'

/** Names and values that would be a script, were they ever taken for markup or for an address. */
const hostile = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>'

test('no page breaks its own content security policy', async ({ dashboard: page, cloud }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
  })
  const { id } = await cloud.createImage({ name: 'plain' })
  for (const path of [
    '/images',
    `/images/${id}`,
    `/images/${id}/sharing`,
    '/shares',
    '/uploads',
    '/diagnostics',
    '/docs/api',
    '/nowhere',
  ]) {
    const answer = await page.goto(path)
    expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
    await expect(page.getByRole('heading').first()).toBeVisible()
  }
  expect(complaints).toEqual([])
})

test('an image is text, whatever it is called and whatever its properties say', async ({ dashboard: page, cloud }) => {
  const { id } = await cloud.createImage({
    ...{ name: hostile, description: hostile, tags: [hostile], homepage: 'javascript:window.broken=1' },
  })
  for (const path of ['/images', `/images/${id}`]) {
    await page.goto(path)
    await expect(page.getByText(hostile).first()).toBeVisible()
    expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  }
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
})

test('a name shows what it hides, and turns nothing around it', async ({ dashboard: page, cloud }) => {
  const shown = 'cirros-⟨U+202E⟩gnp.exe'
  const { id } = await cloud.createImage({ name: 'cirros-\u202Egnp.exe', visibility: 'private', homepage: 'a\u200Bb' })
  await page.goto('/images')
  await expect(page.getByRole('link', { name: shown })).toBeVisible()
  await page.goto(`/images/${id}`)
  await expect(page).toHaveTitle(`${shown} · Vitrine`)
  await expect(page.getByRole('heading', { name: shown })).toBeVisible()
  await expect(page.getByText('a⟨U+200B⟩b')).toBeVisible()
  await chooseAction(page, 'Delete')
  await expect(page.getByRole('alertdialog', { name: `Delete ${shown}?` })).toBeVisible()
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/[\u202E\u200B]/)

  const hebrew = await cloud.createImage({ name: 'תמונה 1', visibility: 'private' })
  await page.goto(`/images/${hebrew.id}`)
  await expect(page.getByRole('heading', { name: 'תמונה 1', exact: true }).locator('bdi')).toHaveText('תמונה 1')
  await chooseAction(page, 'Delete')
  await expect(page.getByRole('alertdialog', { name: 'Delete \u2068תמונה 1\u2069?' })).toBeVisible()
})

test('a script that an answer did not bring does not run', async ({ dashboard: page }) => {
  await page.evaluate((markup) => document.querySelector('main')?.insertAdjacentHTML('beforeend', markup), hostile)
  await expect(page.locator('main img[src="x"]')).toHaveCount(1)
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
})
