import { expect, test } from './support/test'

test('speaks the language that the person chooses, everywhere and from then on', async ({ dashboard: page }) => {
  await page.getByRole('button', { name: 'Account and settings of admin' }).click()
  await page.getByRole('menuitemradio', { name: '简体中文' }).click()
  await expect(page.getByRole('heading', { name: '镜像', level: 1, includeHidden: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.goto('/uploads')
  await expect(page.getByRole('heading', { name: '上传', level: 1 })).toBeVisible()
  const words = (await page.locator('body').innerText()).replace(
    /Vitrine|admin|Default|openstack image create|Ctrl K|\bU\b|\bID\b/g,
    '',
  )
  expect(words).not.toMatch(/[A-Za-z]{3,}/)
})

test('speaks the browser’s language to a stranger', async ({ browser, server }) => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${server.url}/login`)
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await context.close()
})

test('keeps the theme that the person chooses', async ({ dashboard: page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(await background()).toBe('rgb(247, 248, 250)')
  await page.getByRole('button', { name: 'Account and settings of admin' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  expect(await background()).toBe('rgb(11, 14, 18)')
  await page.reload()
  expect(await background()).toBe('rgb(11, 14, 18)')
})
