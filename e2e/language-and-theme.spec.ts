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

test('says in Chinese what definitions and the server say, finds definitions by that, and edits what was written', async ({
  dashboard: page,
  server,
  cloud,
}) => {
  const { id } = await cloud.createImage({ name: 'described', hw_disk_bus: 'virtio' })
  await page.context().addCookies([{ name: 'vitrine-language', value: 'zh', url: server.url }])
  await page.goto('/metadefs')
  await page.getByRole('searchbox', { name: '名称或说明' }).fill('看门狗')
  await expect(page.getByRole('table').getByRole('link')).toHaveText(['看门狗'])
  await page.getByRole('link', { name: '看门狗' }).click()
  await expect(page.getByRole('heading', { name: '看门狗', level: 1 })).toBeVisible()
  await expect(page.getByRole('table')).toContainText('看门狗动作')
  await page.getByRole('button', { name: '编辑', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('textbox', { name: '显示名称' })).toHaveValue('Watchdog')
  await page.goto(`/images/${id}/properties?q=关机时限`)
  await expect(page.getByRole('button', { name: '添加 os_shutdown_timeout' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'hw_disk_bus' })).toHaveAccessibleDescription(/^硬盘的控制器。/)

  await page.goto('/metadefs/nothing')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('没有命名空间 nothing。')
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
