import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { findings } from './support/axe'
import { expect, signIn, test } from './support/test'

test.beforeAll(async ({ cloud }) => {
  await cloud.deleteImages()
  for (const name of ['alma-10', 'debian-13']) await cloud.createImage({ name })
})

const account = (page: Page) => page.getByRole('button', { name: /^Account and settings of/ })
const palette = (page: Page) => page.getByRole('combobox', { name: 'Search and commands' })

test('the palette goes to pages and images, and changes settings', async ({ dashboard: page, cloud }) => {
  const project = `palette-${Date.now()}`
  await cloud.createProject(project)
  const [image] = await cloud.imagesNamed('debian-13')
  const choose = async (text: string, option: string | RegExp) => {
    await page.keyboard.press('Control+k')
    await palette(page).fill(text)
    await expect(page.getByRole('option', { name: option })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(palette(page)).toBeHidden()
  }
  await choose('offered', 'Offered to us')
  await expect(page).toHaveURL(/\/shares$/)
  await choose('ian-1', /^debian-13/)
  await expect(page).toHaveURL(new RegExp(`/images/${image?.id}$`))
  await choose('theme dark', 'Theme: Dark')
  await expect(page.locator('html')).toHaveClass(/dark/)
  await choose('alma', /^alma-10/)
  await choose(project, `Switch to project ${project}`)
  await expect(page.getByRole('combobox', { name: `Project: ${project}. Switch project` })).toBeVisible()
  await page.getByRole('button', { name: 'Search and commands' }).click()
  await expect(palette(page)).toBeFocused()
  expect(await findings(page, ['region'])).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Search and commands' })).toBeFocused()
})

test('what is typed while the palette is fetched is in its field, and nowhere else', async ({ dashboard: page, cloud }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  const [image] = await cloud.imagesNamed('alma-10')
  let choosers = 0
  page.on('filechooser', () => choosers++)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('ubuntx')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('u')
  await expect(palette(page)).toBeFocused()
  await page.keyboard.type(' 24')
  await expect(palette(page)).toHaveValue('ubuntu 24')
  expect(choosers).toBe(0)

  const again = async () => {
    await page.reload()
    await page.getByRole('link', { name: 'alma-10' }).waitFor()
    await page.keyboard.press('Control+k')
  }
  await again()
  await page.keyboard.type('project id')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(image?.owner)
  await expect(palette(page)).toBeHidden()

  await again()
  await page.keyboard.type('u')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(page.locator('tbody a').first()).toBeFocused()
  await expect(palette(page)).toHaveCount(0)
})

test('keys act outside of fields, are listed by one of them, and can be switched off', async ({ dashboard: page }) => {
  await page.goto('/shares')
  // Fetched by the page's own code: once it stands there, the page listens to keys.
  await page.getByText('Nothing waits for an answer').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.getByRole('link', { name: 'alma-10' }).waitFor()
  await page.keyboard.press('/')
  const field = page.getByRole('searchbox')
  await expect(field).toBeFocused()
  await page.keyboard.type('gu?jx')
  await expect(field).toHaveValue('gu?jx')
  await field.fill('')
  await page.keyboard.press('Tab')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Help on this page' })
  await expect(help).toHaveAccessibleDescription(/^The images that your project can use/)
  await expect(help.getByRole('definition').filter({ hasText: /^g\s*then\s*i$/ })).toBeVisible()
  await expect(help.getByRole('link', { name: 'API reference' })).toHaveAttribute('href', '/docs/api')
  expect(await findings(page, ['region'])).toEqual([])
  await help.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.reload()
  await page.getByRole('link', { name: 'alma-10' }).waitFor()
  await page.keyboard.press('?')
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'alma-10' })).not.toBeFocused()
  await expect(help).toBeHidden()
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeVisible()
})

test('rows are as high as the person wants, with white around their two lines, and that is kept for the person', async ({
  page,
  server,
  cloud,
}) => {
  const isAsHighAs = (wanted: number) => {
    const height = () =>
      page
        .locator('tbody tr')
        .first()
        .evaluate((row) => row.getBoundingClientRect().height)
    return expect.poll(async () => Math.abs(Math.round(await height()) - wanted)).toBeLessThanOrEqual(1)
  }
  await signIn(page, server.password)
  for (const [density, wanted] of [
    ['Comfortable', 48],
    ['Roomy', 56],
    ['Compact', 32],
  ] as const) {
    await account(page).click()
    await page.getByRole('menuitemradio', { name: density }).click()
    await page.keyboard.press('Escape')
    await isAsHighAs(wanted)
  }
  await page.getByRole('menu').waitFor({ state: 'detached' })
  const other = await cloud.createPerson('reader')
  await page.context().clearCookies({ name: /session-token/ })
  await signIn(page, other.password, other.name)
  await isAsHighAs(48)
  await page.context().clearCookies({ name: /session-token/ })
  await signIn(page, server.password)
  await isAsHighAs(32)
})

test('openrc and clouds.yaml lead the command line to the same project', async ({ dashboard: page, server }) => {
  // The menu has closed long before what it asks for is there.
  await page.route('**/api/client-settings', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await route.continue()
  })
  const save = async (name: string) => {
    await account(page).click()
    const saving = page.waitForEvent('download')
    await page.getByRole('menuitem', { name }).click()
    const download = await saving
    const path = join(server.folder, download.suggestedFilename())
    await download.saveAs(path)
    await page.getByRole('menu').waitFor({ state: 'detached' })
    return path
  }
  const openrc = await save('Download openrc')
  expect(readFileSync(openrc, 'utf8')).not.toContain(server.password)
  const script = ['-c', 'source "$0" && exec openstack image list -f value -c Name < /dev/null', openrc]
  const env = { NODE_ENV: 'test', PATH: '/usr/bin:/bin', HOME: server.folder } as const
  const listed = execFileSync('bash', script, { env, input: `${server.password}\n`, stdio: ['pipe', 'pipe', 'ignore'] })
  expect(listed.toString().trim().split('\n')).toEqual(expect.arrayContaining(['alma-10', 'debian-13']))
  const { openstack } = parse(readFileSync(await save('Download clouds.yaml'), 'utf8')).clouds
  expect(openstack.auth).toMatchObject({ username: 'admin', project_name: 'admin' })
  expect(openstack.auth).not.toHaveProperty('password')
})

test('a phone has the whole navigation in a sheet, and an administrator more of it', async ({ page, server, cloud }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, server.password)
  const open = page.getByRole('button', { name: 'Open the navigation' })
  await open.click()
  const navigation = page.getByRole('dialog').getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('list', { name: 'Administration' }).getByRole('link').first()).toBeVisible()
  for (const link of await navigation.getByRole('link').all()) {
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24)
  }
  expect(await findings(page, ['region'])).toEqual([])
  await navigation.getByRole('link', { name: 'Uploads' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Uploads' })).toBeVisible()
  await expect(navigation).toBeHidden()

  const reader = await cloud.createPerson('reader')
  await page.context().clearCookies()
  await signIn(page, reader.password, reader.name)
  await open.click()
  await expect(navigation.getByRole('link', { name: 'Diagnostics' })).toBeVisible()
  await expect(navigation.getByRole('list', { name: 'Administration' })).toHaveCount(0)
})

test('an empty project shows three ways in', async ({ page, cloud }) => {
  const project = `empty-${Date.now()}`
  await cloud.createProject(project)
  const member = await cloud.createPerson('member', project)
  await signIn(page, member.password, member.name)
  await expect(page.getByRole('heading', { name: `No images in ${project} yet` })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible()
  const commandLine = page.getByRole('region', { name: 'On the command line' })
  const saving = page.waitForEvent('download')
  await commandLine.getByRole('button', { name: 'Download openrc' }).click()
  expect((await saving).suggestedFilename()).toBe(`${project}-openrc.sh`)
  await page.getByRole('region', { name: 'From a URL' }).getByRole('link', { name: 'Image from a URL' }).click()
  await expect(page).toHaveURL(/\/images\/new\?from=url$/)
})

test('every entry of the side navigation is one line, beside a scroll bar too', async ({ dashboard: page }) => {
  const scrollBar = 15
  for (const language of ['en', 'zh']) {
    await page.context().addCookies([{ name: 'vitrine-language', value: language, url: page.url() }])
    await page.reload()
    const tooLong = await page
      .getByRole('navigation')
      .first()
      .locator('li a')
      .evaluateAll((links, bar) => {
        const widthOf = (link: Element) => {
          const words = document.createRange()
          words.selectNodeContents(link.lastChild as Node)
          return words.getBoundingClientRect().width
        }
        // The current entry is in a heavier weight; any may be the current one.
        for (const link of links) link.setAttribute('aria-current', 'page')
        const roomFor = (link: Element) => {
          const { paddingLeft, paddingRight, columnGap } = getComputedStyle(link)
          const icon = link.firstElementChild?.getBoundingClientRect().width ?? 0
          return (
            link.clientWidth -
            Number.parseFloat(paddingLeft) -
            Number.parseFloat(paddingRight) -
            Number.parseFloat(columnGap) -
            icon
          )
        }
        return links
          .filter((link) => widthOf(link) > roomFor(link) - bar || link.clientHeight > 32)
          .map(({ textContent }) => textContent)
      }, scrollBar)
    expect(tooLong, language).toEqual([])
  }
})
