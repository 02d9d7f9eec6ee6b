import { copyFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { looks } from './support/axe'
import { makeQcow2 } from './support/disk-files'
import { dropFiles, limitUpload } from './support/drop'
import { type DashboardPages, fillEveryPage, openSettled } from './support/pages'
import { expect, signIn, test } from './support/test'
import { dock } from './support/uploads'

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

/** Those that README and the documentation show; they are kept in the repository. */
const kept = ['images-light-en-desk', 'properties-light-en-desk', 'uploads-dark-en-desk', 'diagnosed-dark-zh-desk']

/** Every page in every look, below `test-results/screenshots`: `E2E_SCREENSHOTS=1 npx playwright test screenshots`. */
test.skip(!process.env.E2E_SCREENSHOTS, 'only when asked for: it takes minutes and finds nothing wrong by itself')

async function shoot(page: Page, name: string) {
  const path = `test-results/screenshots/${name}.png`
  await page.screenshot({ path })
  if (kept.includes(name)) copyFileSync(path, `docs/screenshots/${name}.png`)
}

let pages: DashboardPages
test.beforeAll(async ({ cloud, server }) => {
  pages = await fillEveryPage(cloud, server.folder)
  // It is looked at on its own page; a list in a picture is of images as people have them.
  const unbroken = pages['image-unbroken'].slice('/images/'.length)
  await cloud.patchImage(unbroken, [{ op: 'replace', path: '/os_hidden', value: true }])
})

for (const [theme, language] of looks) {
  test(`every page, ${theme}, ${language}`, async ({ page, server, context }) => {
    test.setTimeout(600_000)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'vitrine-language', value: language, url: server.url }])
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport)
      await page.goto('/login')
      await page.waitForLoadState('networkidle')
      await shoot(page, `sign-in-${theme}-${language}-${size}`)
    }
    await context.clearCookies()
    await signIn(page, server.password)
    await context.addCookies([{ name: 'vitrine-language', value: language, url: server.url }])
    for (const [name, path] of Object.entries(pages)) {
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport)
        await openSettled(page, path)
        await shoot(page, `${name}-${theme}-${language}-${size}`)
      }
    }
    await openSettled(page, pages.diagnostics)
    await page.getByRole('button', { name: /^(Run all checks|运行全部检查)$/ }).click()
    await page.getByRole('button', { name: /^(Copy report|复制报告)$/ }).waitFor({ timeout: 60_000 })
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport)
      await shoot(page, `diagnosed-${theme}-${language}-${size}`)
    }
  })
}

for (const [theme, language] of looks.filter(([, language]) => language === 'en')) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test(`the upload sheet and the dock, ${theme}, ${language}, ${size}`, async ({ page, server, cloud }) => {
      const names = ['windows-server-2025', 'alpine-3.23-cloud']
      const files = names.map((name) => makeQcow2(server.folder, `${name}.qcow2`, 64))
      // Those of the look before.
      for (const name of names) for (const { id } of await cloud.imagesNamed(name)) await cloud.deleteImage(id)
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await signIn(page, server.password)
      await limitUpload(page, 6_000_000)
      await dropFiles(page, files)
      await page.getByRole('button', { name: 'Start 2 uploads' }).waitFor()
      await shoot(page, `form-${theme}-${language}-${size}`)
      await page.getByRole('button', { name: 'Start 2 uploads' }).click()
      await dock(page).getByRole('button', { name: 'Pause alpine-3.23-cloud' }).click()
      const bar = dock(page).getByRole('progressbar', { name: 'Upload of windows-server-2025' })
      await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: 60_000 }).toBeGreaterThan(35)
      await page.mouse.move(0, 0)
      await shoot(page, `uploads-${theme}-${language}-${size}`)
    })
  }
}
