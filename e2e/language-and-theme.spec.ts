import type { Page } from '@playwright/test'
import { troubleOf } from './support/page-trouble'
import { expect, signIn, test } from './support/test'

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

  const minima = ['/min_disk', '/min_ram'].map((path) => ({ op: 'replace', path, value: 1 }))
  await cloud.patchImage(id, minima)
  await page.goto(`/images/${id}/activity`)
  await expect(page.getByRole('table', { name: '操作记录' })).toContainText('更改：min_disk、min_ram')

  await page.goto('/metadefs/nothing')
  await expect(page.getByRole('heading', { name: '此命名空间不存在，或您的项目无权查看' })).toBeVisible()
})

test('speaks the browser’s language to a stranger', async ({ browser, server }) => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${server.url}/login`)
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await context.close()
})

test.describe('English', () => {
  const ways = {
    'en-GB': /^\d{1,2} [A-Z][a-z]{2,3} \d{4}, \d{2}:\d{2}$/,
    'en-US': /^[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2} [AP]M$/,
  }
  for (const [locale, way] of Object.entries(ways)) {
    test.describe(locale, () => {
      test.use({ locale })
      test(`has the dates of ${locale}, and Chinese those of its own`, async ({ dashboard: page, context, server, cloud }) => {
        const trouble = troubleOf(page)
        const { id } = await cloud.createImage({ name: 'dated' })
        await page.goto(`/images/${id}`)
        const date = page.getByRole('main').locator('time').first()
        await expect(date).toHaveText(way)
        await expect(page.locator('html')).toHaveAttribute('lang', 'en')
        await context.addCookies([{ name: 'vitrine-language', value: 'zh', url: server.url }])
        await page.reload()
        await expect(date).toHaveText(/^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/)
        expect(trouble).toEqual([])
      })
    })
  }
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

const dark = 'rgb(11, 14, 18)'
const light = 'rgb(247, 248, 250)'

/** How the dashboard looks to who is signed in. */
async function look(page: Page) {
  await page.goto('/images')
  await page.getByRole('table').locator('tbody a').first().waitFor()
  const seen = () =>
    page.evaluate(() => ({
      language: document.documentElement.lang,
      background: getComputedStyle(document.documentElement).backgroundColor,
      density: document.querySelector('main')?.dataset.density,
      columns: document.querySelectorAll('thead th').length,
    }))
  return seen()
}

/** In whatever language the sign-in page is. */
async function signOutAndIn(page: Page, person: { name: string; password: string }, language?: string) {
  await page.context().clearCookies({ name: /session-token/ })
  await page.goto('/login')
  if (language) await page.getByRole('button', { name: language }).click()
  await page.locator('input[autocomplete=username]').fill(person.name)
  await page.locator('input[type=password]').fill(person.password)
  await page.keyboard.press('Enter')
  await page.locator('main').locator('tbody a, h2').first().waitFor()
}

test('nothing that one person has chosen becomes another’s on the same browser', async ({ page, cloud }) => {
  await cloud.createImage({ name: 'seen-by-both', visibility: 'public' })
  const [first, second] = [await cloud.createPerson('member'), await cloud.createPerson('reader')]
  await signIn(page, first.password, first.name)
  const usual = await look(page)
  expect(usual).toMatchObject({ language: 'en', background: light, density: 'comfortable' })
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Checksum' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('textbox', { name: 'Name of this view' }).fill('mine alone')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.keyboard.press('Escape')
  for (const choice of ['Dark', 'Compact', '简体中文']) {
    await page.getByRole('button', { name: /^Account and settings/ }).click()
    const item = page.getByRole('menuitemradio', { name: choice })
    await expect(async () => {
      // A menu that still settles may move away under the pointer.
      await item.click()
      await expect(item).toBeChecked({ timeout: 1000 })
    }).toPass()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
  }
  const chosen = { language: 'zh-CN', background: dark, density: 'compact', columns: usual.columns + 1 }
  await expect.poll(() => look(page)).toEqual(chosen)

  await signOutAndIn(page, second)
  await expect.poll(() => look(page)).toEqual(usual)
  await page.getByRole('button', { name: 'Views' }).click()
  await expect(page.getByText('Keep what you see')).toBeVisible()
  await expect(page.getByText('mine alone')).toHaveCount(0)

  await signOutAndIn(page, first)
  await expect.poll(() => look(page)).toEqual(chosen)
  await page.getByRole('button', { name: '视图' }).click()
  await expect(page.getByText('mine alone')).toBeVisible()
})

test('the language of the sign-in page is that of who signs in next, from then on', async ({ page, cloud }) => {
  await cloud.createImage({ name: 'seen-by-both', visibility: 'public' })
  const [first, second] = [await cloud.createPerson('member'), await cloud.createPerson('reader')]
  await signIn(page, first.password, first.name)
  await signOutAndIn(page, second, '简体中文')
  await expect.poll(async () => (await look(page)).language).toBe('zh-CN')
  await signOutAndIn(page, first)
  await expect.poll(async () => (await look(page)).language).toBe('en')
  await signOutAndIn(page, second)
  await expect.poll(async () => (await look(page)).language).toBe('zh-CN')
})
