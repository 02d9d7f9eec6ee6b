import type { Page } from '@playwright/test'
import { makeQcow2 } from './support/disk-files'
import { dropFiles, limitUpload } from './support/drop'
import { fillWithImages, fillWithShares } from './support/images'
import { expect, signIn, test } from './support/test'

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

/** Pictures for the README: `E2E_SCREENSHOTS=1 npx playwright test screenshots`. */
test.skip(!process.env.E2E_SCREENSHOTS, 'only when asked for, because the pictures are kept in the repository')

const shoot = async (page: Page, name: string) => {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `docs/screenshots/${name}.png` })
}

for (const theme of ['light', 'dark'] as const) {
  for (const size of ['desk', 'phone'] as const) {
    test(`the list, an image and the dock, ${theme}, ${size}`, async ({ page, server, cloud }) => {
      const { debianId } = await fillWithImages(cloud, server.folder)
      const files = ['windows-server-2025', 'alpine-3.23-cloud'].map((name) => makeQcow2(server.folder, `${name}.qcow2`, 64))
      await page.setViewportSize(sizes[size])
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.goto('/login')
      await shoot(page, `sign-in-${theme}-${size}`)
      await signIn(page, server.password)
      await page.getByRole('link', { name: 'rocky-9-golden' }).waitFor()
      await shoot(page, `images-${theme}-${size}`)
      await page.goto(`/images/${debianId}`)
      await page.getByRole('heading', { name: 'Custom properties' }).waitFor()
      await shoot(page, `image-${theme}-${size}`)
      await page.goto(`/images/${debianId}/properties`)
      await page.getByRole('combobox', { name: 'architecture' }).waitFor()
      await shoot(page, `properties-${theme}-${size}`)
      await page.goto('/images')
      // Fetched by the page's own code: once it stands there, the page listens to drops.
      await page.getByRole('link', { name: 'rocky-9-golden' }).waitFor()
      await limitUpload(page, 6_000_000)
      await dropFiles(page, files)
      await page.getByRole('button', { name: 'Start 2 uploads' }).waitFor()
      await shoot(page, `form-${theme}-${size}`)
      await page.getByRole('button', { name: 'Start 2 uploads' }).click()
      const dock = page.getByRole('region', { name: 'Uploads' })
      await dock.getByRole('button', { name: 'Pause alpine-3.23-cloud' }).click()
      const bar = dock.getByRole('progressbar', { name: 'Upload of windows-server-2025' })
      await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: 60_000 }).toBeGreaterThan(35)
      await page.mouse.move(0, 0)
      await page.screenshot({ path: `docs/screenshots/uploads-${theme}-${size}.png` })
    })
  }
}

const words = {
  en: { run: 'Run all checks', report: 'Copy report', explain: 'Explain' },
  zh: { run: '运行全部检查', report: '复制报告', explain: '解释' },
} as const

for (const language of ['en', 'zh'] as const) {
  test(`the diagnostics, ${language}`, async ({ page, context, cloud, server }) => {
    const person = await cloud.createPerson('reader')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await signIn(page, person.password, person.name)
    await context.addCookies([{ name: 'vitrine-language', value: language, url: server.url }])
    const id = await page.evaluate(async () => {
      const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"name":"debian-13"}' }
      return (await fetch('/v2/images', request)).headers.get('x-openstack-request-id')
    })
    await page.goto(`/diagnostics?request=${id}`)
    await page.getByRole('button', { name: words[language].explain }).click()
    await page.getByRole('button', { name: words[language].run }).click()
    await page.getByRole('button', { name: words[language].report }).waitFor({ timeout: 60_000 })
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      for (const size of ['desk', 'phone'] as const) {
        await page.setViewportSize(sizes[size])
        await shoot(page, `diagnostics-${language}-${theme}-${size}`)
      }
    }
  })
}

test('sharing and the inbox, in every look', async ({ page, context, cloud, server }) => {
  const { debianId } = await fillWithImages(cloud, server.folder)
  await fillWithShares(cloud, server.folder, debianId)
  await signIn(page, server.password)
  for (const language of ['en', 'zh'] as const) {
    await context.addCookies([{ name: 'vitrine-language', value: language, url: server.url }])
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      for (const size of ['desk', 'phone'] as const) {
        await page.setViewportSize(sizes[size])
        await page.goto(`/images/${debianId}/sharing`)
        await page.getByRole('table').waitFor()
        await shoot(page, `sharing-${language}-${theme}-${size}`)
        await page.goto('/shares')
        await page.getByRole('article').first().waitFor()
        await shoot(page, `shares-${language}-${theme}-${size}`)
      }
    }
  }
})
