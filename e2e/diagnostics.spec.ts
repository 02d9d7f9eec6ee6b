import type { Locator, Page } from '@playwright/test'
import { expectSound, languages } from './support/axe'
import { expect, signIn, test } from './support/test'

const verdict = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 2 })
const check = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Checks' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })

const missing = '7c1b5f3e-2f0a-4b53-9a44-0d7b2f1f9e11'

/** What the API answers to a person who may not make images. */
function refusedRequest(page: Page) {
  return page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('/v2/images', { method: 'POST', headers, body: '{"name":"x"}' })
    return { status: response.status, id: response.headers.get('x-openstack-request-id') ?? '' }
  })
}

async function runChecks(page: Page) {
  await page.getByRole('button', { name: 'Run all checks' }).click()
  await expect(page.getByRole('button', { name: 'Copy report' })).toBeVisible({ timeout: 60_000 })
}

test('every check says what it found, and the verdict that all is well', async ({ dashboard: page }) => {
  await page.getByRole('link', { name: 'Diagnostics' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing has been checked yet' })).toBeVisible()
  // The second click must not stop what the first has begun.
  await page.getByRole('button', { name: 'Run all checks' }).dblclick()
  await expect(page.getByRole('button', { name: 'Copy report' })).toBeVisible({ timeout: 60_000 })
  await expect(verdict(page, /^Everything works: your sign-in is fine/)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Everything works' })).toHaveCount(1)
  const token = check(page, 'Your token')
  await expect(token.getByText('Pass', { exact: true })).toBeVisible()
  await expect(token.getByText(/^\d+ ms$/)).toBeVisible()
  await token.getByText('Evidence').click()
  await expect(token.getByRole('definition').filter({ hasText: /^sha256:/ })).toBeVisible()
  await expect(check(page, 'The image in question').getByText('Skipped', { exact: true })).toBeVisible()
})

test('the report that is copied has every check, and no secret', async ({ dashboard: page, context, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/diagnostics')
  await runChecks(page)
  await page.getByRole('button', { name: 'Copy report' }).click()
  await expect(page.getByText('The report is copied.')).toBeVisible()
  const report = await page.evaluate(() => navigator.clipboard.readText())
  expect(report).toContain('Everything works')
  expect(report).toMatch(/\[Pass\] Your token \(token, \d+ ms\)/)
  expect(report).not.toMatch(/gAAAAA/)
  expect(report).not.toContain(server.password)
})

test('somebody who is not signed in is led here from a sign-in that fails', async ({ page }) => {
  await page.goto('/login')
  await page.getByLabel('User name').fill('admin')
  await page.getByLabel('Password').fill('not-the-password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Diagnose' }).click()
  await runChecks(page)
  await expect(verdict(page, /^Keystone refuses your user name, domain or password/)).toBeVisible()
  await expect(check(page, 'Sign-in')).toContainText('The last sign-in was refused')
  await expect(check(page, 'Keystone').getByText('Pass', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Recent refusals' })).toBeHidden()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/login\?callbackUrl=%2Fdiagnostics/)
})

test('a token that was revoked behind the session is the verdict, and the page stays', async ({ page, server, cloud }) => {
  const person = await cloud.createPerson('reader')
  await signIn(page, person.password, person.name)
  await page.goto('/diagnostics')
  await page.getByRole('heading', { name: 'Recent refusals' }).waitFor()
  // What the page itself asks, then and every minute, would open the question for a new sign-in.
  await page.waitForLoadState('networkidle')
  await page.route(/\/(v2|api)\/(?!diagnostics)/, () => {})
  await cloud.disablePerson(person)
  await runChecks(page)
  // The service remembers for a while what a Keystone elsewhere has said; the identity inside tells it at once.
  await expect(verdict(page, /^(Keystone refuses your token|Keystone does not know your token)/)).toBeVisible()
  await expect(check(page, 'Your token').getByText('Fail', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(`${server.url}/diagnostics`)
})

test('an image that is missed is looked for', async ({ dashboard: page }) => {
  await page.goto(`/images/${missing}`)
  await page.getByRole('link', { name: 'Diagnose' }).click()
  await runChecks(page)
  await expect(verdict(page, /^There is no such image, or your project may not see it/)).toBeVisible()
  await expect(check(page, 'The image in question').getByText('Fail', { exact: true })).toBeVisible()
})

test('a refused request is told in sentences, by its id', async ({ page, cloud }) => {
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  const refused = await refusedRequest(page)
  expect(refused.status).toBe(403)
  await page.goto('/diagnostics')
  const row = page.getByRole('table', { name: 'Recent refusals' }).getByRole('row').filter({ hasText: refused.id })
  await expect(row).toContainText('add_image')
  await expect(row).toContainText('403')
  await row.getByRole('link', { name: refused.id }).click()
  const story = page.getByRole('region', { name: /^What happened to this request/ })
  await expect(story).toContainText(`POST /v2/images was refused with 403. It came from ${reader.name} in admin.`)
  await expect(story).toContainText('The policy add_image did not allow it.')
  await page.goto('/diagnostics?request=req-nobody')
  await expect(story).toContainText('No refusal with this request ID is known here')
})

test('“Why can’t I…?” names what is missing, and an administrator asks for others', async ({ page, cloud, server }) => {
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  await page.goto('/diagnostics')
  const form = page.getByRole('region', { name: 'Why can’t I…?' })
  await form.getByRole('combobox', { name: 'Action' }).selectOption('Upload the data of an image (upload_image)')
  await form.getByRole('button', { name: 'Explain' }).click()
  await expect(form).toContainText('Not allowed')
  await expect(form).toContainText('grant the role member on project admin')
  await expect(form.getByText('As another user or role')).toBeHidden()
  await form.getByRole('combobox', { name: 'Action' }).selectOption('get_images')
  await form.getByRole('button', { name: 'Explain' }).click()
  await expect(form.getByText('Allowed', { exact: true })).toBeVisible()
  await form.getByRole('textbox', { name: 'Image name or ID' }).fill(missing)
  await form.getByRole('button', { name: 'Explain' }).click()
  await expect(form.getByRole('alert')).toContainText(`No image with the name or ID ${missing} is visible to you`)

  await page.context().clearCookies()
  await signIn(page, server.password)
  await page.goto('/diagnostics')
  await form.getByText('As another user or role').click()
  await form.getByRole('combobox', { name: 'Action' }).selectOption('delete_image')
  await form.getByRole('textbox', { name: 'User' }).fill(reader.name)
  await form.getByRole('button', { name: 'Explain' }).click()
  await expect(form).toContainText('Not allowed')
  await form.getByRole('textbox', { name: 'Roles' }).fill('member')
  await form.getByRole('button', { name: 'Explain' }).click()
  await expect(form.getByText('Allowed', { exact: true })).toBeVisible()
})

test('“Why can’t I…?” finds an image by its name, and asks where several have it', async ({ page, cloud }) => {
  const reader = await cloud.createPerson('reader')
  const { id } = await cloud.createImage({ name: 'asked about', protected: true })
  const ids = [(await cloud.createImage({ name: 'twice' })).id, (await cloud.createImage({ name: 'twice', os_hidden: true })).id]
  await signIn(page, reader.password, reader.name)
  await page.goto('/diagnostics')
  const form = page.getByRole('region', { name: 'Why can’t I…?' })
  const image = form.getByRole('textbox', { name: 'Image name or ID' })
  const explain = form.getByRole('button', { name: 'Explain', exact: true })
  await form.getByRole('combobox', { name: 'Action' }).selectOption('delete_image')
  await image.fill('asked about')
  await explain.click()
  await expect(form.getByText(id)).toBeVisible()
  await expect(form).toContainText('Not allowed')
  await expect(form.getByRole('heading', { level: 3 }).nth(0)).toHaveText('Who can change that')
  await expect(form).toContainText('The image is protected: remove the protection first')
  await expect(form).toContainText('The owner of the image can change that.')
  await image.fill('nobody’s image')
  await explain.click()
  await expect(form.getByRole('alert')).toContainText('No image with the name or ID nobody’s image is visible to you')
  await image.fill('twice')
  await explain.click()
  await expect(form.getByRole('alert')).toContainText('Several images are called twice')
  await expect(form.getByRole('list', { name: 'Images with this name' }).getByRole('listitem')).toHaveCount(2)
  const [, hidden = ''] = ids
  await form.getByRole('button', { name: `Explain ${hidden}` }).click()
  await expect(form).toContainText('Not allowed')
  await expect(image).toHaveValue(hidden)
})

/** Goes on by the key until that has the focus. */
async function press(page: Page, key: 'Tab' | 'Shift+Tab', until: Locator) {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key)
    if (await until.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('The focus never came there')
}

test('the whole way from a refusal to the report goes by keyboard', async ({ page, context, cloud }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  await page.goto('/diagnostics')
  await press(page, 'Tab', page.getByRole('button', { name: 'Run all checks' }))
  await page.keyboard.press('Enter')
  await expect(verdict(page, /^Everything works/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: 'Run all checks' })).toBeFocused()
  const evidence = check(page, 'Roles and policy').locator('summary')
  await press(page, 'Tab', evidence)
  await page.keyboard.press('Enter')
  await expect(check(page, 'Roles and policy').getByText(/add_image/)).toBeVisible()
  await press(page, 'Shift+Tab', page.getByRole('button', { name: 'Copy report' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('The report is copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('you may not: ')
})

test('what happened is told to nobody who is not signed in', async ({ page }) => {
  await page.goto('/diagnostics?request=req-nobody')
  await expect(page.getByText('Sign in to see what happened to this request')).toBeVisible()
})

test('speaks Chinese, down to the verdict', async ({ dashboard: page, context, server, cloud }) => {
  await context.addCookies([{ name: 'vitrine-language', value: 'zh', url: server.url }])
  const { id } = await cloud.createImage({ name: 'without-data' })
  await page.evaluate((path) => fetch(path, { method: 'POST' }), `/v2/images/${id}/actions/deactivate`)
  await page.goto('/diagnostics')
  await page.getByRole('button', { name: '运行全部检查' }).click()
  await expect(page.getByRole('heading', { name: /^一切正常/, level: 2 })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('heading', { name: '您的令牌' })).toBeVisible()
  await expect(page.getByRole('table', { name: '最近的拒绝' })).toContainText(
    `镜像 ${id} 的状态为等待数据（queued），只有状态为可用（active）或已停用（deactivated）的镜像才能变为已停用（deactivated）。`,
  )
})

for (const language of languages) {
  test(`axe finds nothing in the diagnostics and nothing is cut off, ${language}`, async ({ page, context, cloud, server }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const reader = await cloud.createPerson('reader')
    await signIn(page, reader.password, reader.name)
    await context.addCookies([{ name: 'vitrine-language', value: language, url: server.url }])
    const { id } = await refusedRequest(page)
    await page.goto(`/diagnostics?request=${id}&image=${missing}`)
    await page.getByRole('button', { name: language === 'zh' ? '解释' : 'Explain' }).click()
    await page.getByRole('button', { name: language === 'zh' ? '运行全部检查' : 'Run all checks' }).click()
    await page.getByRole('button', { name: language === 'zh' ? '复制报告' : 'Copy report' }).waitFor({ timeout: 60_000 })
    for (const summary of await page.locator('summary').all()) await summary.click()
    await expectSound(page, language, 'a whole diagnosis')
    await context.clearCookies()
    await page.goto('/diagnostics')
    await expectSound(page, 'en', 'the diagnostics of a stranger')
  })
}
