import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { createIdentityClient } from '@/testing/identity-client'
import { keystoneMissing } from '@/testing/keystone-server'
import { personPassword } from '@/testing/keystone-sign-in'
import { oneTimePasscode } from '@/testing/one-time-passcode'
import { type SignInServer, startSignInServer } from './support/sign-in-server'
import { expect, test } from './support/test'

test.skip(keystoneMissing !== undefined, keystoneMissing)

let server: SignInServer
test.beforeAll(async () => {
  server = await startSignInServer()
})
test.afterAll(() => server.stop())

async function givePassword(page: Page, user: string, password: string) {
  await page.goto(`${server.url}/login`)
  await page.getByLabel('User name').fill(user)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const expectSignedIn = (page: Page, name: string) =>
  expect(page.getByRole('button', { name: `Account and settings of ${name}` })).toBeVisible()

/** The session ends as if it had been taken back, and the page notices when it next asks. */
async function loseSession(page: Page) {
  await page.context().clearCookies({ name: /session-token/ })
  // The menu asks for the region; the inbox may have asked before it, and the dialog stand there already.
  await page.locator('button[aria-label^="Account and settings"]').dispatchEvent('click')
  await expect(dialogOf(page)).toBeVisible()
}

const dialogOf = (page: Page) => page.getByRole('alertdialog', { name: 'Sign in again' })

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('asks for the passcode after the password, also where one signs in again in place', async ({ page }) => {
  await givePassword(page, 'tess', personPassword)
  await expect(page.getByLabel('Passcode')).toBeFocused()
  await expectAccessible(page)
  await page.getByLabel('Passcode').fill('000000')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('The passcode is wrong')).toBeVisible()
  await page.getByLabel('Passcode').fill(oneTimePasscode(server.secret))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectSignedIn(page, 'tess')
  await loseSession(page)
  const dialog = dialogOf(page)
  await expect(dialog.getByLabel('User name')).toHaveValue('tess')
  await dialog.getByLabel('Password').fill(personPassword)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog.getByLabel('Passcode')).toBeFocused()
  await dialog.getByLabel('Passcode').fill(oneTimePasscode(server.secret))
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/\/images/)
})

test('has an expired password changed', async ({ page }) => {
  await givePassword(page, 'fred', personPassword)
  await expect(page.getByText('Your password has expired')).toBeVisible()
  await expectAccessible(page)
  const change = async (password: string, again: string) => {
    await page.getByLabel('New password', { exact: true }).fill(password)
    await page.getByLabel('New password again').fill(again)
    await page.getByRole('button', { name: 'Change password and sign in' }).click()
  }
  await change('short', 'other')
  await expect(page.getByText('are not the same')).toBeVisible()
  await change('short', 'short')
  await expect(page.getByText('at least eight characters')).toBeVisible()
  await change('long-enough', 'long-enough')
  await expectSignedIn(page, 'fred')
})

test('signs in over the cloud’s own page, and again in a window of its own', async ({ page, context }) => {
  await page.goto(`${server.url}/login?callbackUrl=%2Fuploads`)
  await page.getByRole('link', { name: 'Sign in with company account' }).click()
  await page.getByLabel('Name').fill('ada')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(`${server.url}/uploads`)
  await expectSignedIn(page, 'ada')
  await context.clearCookies({ name: /session-token/ })
  // Something that asks the server; the inbox may have asked before it, and the dialog stand there already.
  await page.locator('[role=combobox][aria-label^=Project]').dispatchEvent('click')
  const opened = context.waitForEvent('page')
  await page.getByRole('alertdialog').getByRole('link', { name: 'Sign in with company account' }).click()
  const window = await opened
  await window.getByLabel('Name').fill('ada')
  await window.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await expect(page).toHaveURL(`${server.url}/uploads`)
})

// From https to http a browser does not say where a form comes from.
for (const [from, answer] of [
  ['http://evil.example/', 'Only Keystone’s own page may send a token here.'],
  ['https://evil.example/', 'This sign-in did not begin in this browser'],
] as const) {
  test(`signs nobody in with a token that ${from} has sent`, async ({ page }) => {
    const form = `<form method="post" action="${server.url}/api/web-sso"><input name="token" value="stolen"><button>Win</button></form>`
    await page.route(from, (route) => route.fulfill({ contentType: 'text/html', body: form }))
    await page.goto(from)
    await page.getByRole('button', { name: 'Win' }).click()
    await expect(page.getByText(answer)).toBeVisible()
  })
}

test('takes an application credential, also again in place, and stays in its project', async ({ page }) => {
  const identity = createIdentityClient({ url: server.identityUrl }, '')
  const scope = { project: { name: 'demo', domain: { name: 'Default' } } }
  const { headers, body } = await identity.logIn('member', server.password, scope)
  const made = await identity.call('POST', `/users/${body.token.user.id}/application_credentials`, {
    token: headers.get('x-subject-token') ?? '',
    body: { application_credential: { name: 'pipeline', secret: 'of-the-pipeline' } },
  })
  await page.goto(`${server.url}/login`)
  await page.getByRole('button', { name: 'Use an application credential' }).click()
  await expectAccessible(page)
  await page.getByLabel('ID of the application credential').fill(made.body.application_credential.id)
  await page.getByLabel('Secret').fill('wrong')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('no such application credential')).toBeVisible()
  await page.getByLabel('Secret').fill('of-the-pipeline')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectSignedIn(page, 'member')
  await expect(page.getByText('The application credential pipeline works in this project only.')).toBeAttached()
  await expect(page.getByRole('combobox', { name: /^Project/ })).toHaveCount(0)
  await loseSession(page)
  const dialog = dialogOf(page)
  await expect(dialog.getByLabel('Name of the application credential')).toHaveValue('pipeline')
  await dialog.getByLabel('Secret').fill('of-the-pipeline')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Account and settings/ }).click()
  await expect(page.getByText('RegionOne')).toBeVisible()
})
