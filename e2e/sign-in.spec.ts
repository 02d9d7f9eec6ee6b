import { expect, signIn, test } from './support/test'

/** A real Keystone answers alike to whoever has the password and whoever has not. */
const identityTells = process.env.E2E_IDENTITY !== 'keystone'

test('leads to the sign-in and back to where the person wanted to go', async ({ page, server }) => {
  await page.goto('/uploads')
  await expect(page).toHaveURL('/login?callbackUrl=%2Fuploads')
  await page.getByLabel('User name').fill('admin')
  await page.getByLabel('Password').fill(server.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Uploads', level: 1 })).toBeVisible()
})

test('says that the password is wrong', async ({ page }) => {
  await page.goto('/login')
  await page.getByLabel('User name').fill('admin')
  await page.getByLabel('Password').fill('not-the-password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('do not go together')).toBeVisible()
  await expect(page.getByLabel('Password')).toBeFocused()
})

test('says that the account is disabled to whoever has its password', async ({ page, cloud }) => {
  const person = await cloud.createPerson('reader')
  await cloud.disablePerson(person)
  await page.goto('/login')
  for (const [password, told] of [
    ['guessed', 'do not go together'],
    [person.password, identityTells ? 'Your account is disabled' : 'do not go together'],
  ] as const) {
    await page.getByLabel('User name').fill(person.name)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: told })).toBeVisible()
  }
})

test('keeps tokens from the browser, and revokes them at the end', async ({ dashboard: page, server }) => {
  const session = await page.evaluate(async () => (await fetch('/api/auth/session')).text())
  expect(JSON.parse(session)).toMatchObject({ user: { name: 'admin' }, project: { name: 'admin' } })
  expect(session).not.toContain('token')
  expect(await page.evaluate(() => document.cookie)).not.toContain('session-token')
  const cookies = await page.context().cookies()
  const kept = cookies.filter(({ name }) => name.includes('session-token'))
  expect(kept.every(({ httpOnly }) => httpOnly)).toBe(true)
  await page.getByRole('button', { name: 'Account and settings of admin' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/login$/)
  const header = kept.map(({ name, value }) => `${name}=${value}`).join('; ')
  const replayed = await fetch(`${server.url}/v2/images`, { headers: { cookie: header } })
  expect(replayed.status).toBe(401)
})

test('switches the project', async ({ page, server, cloud }) => {
  const other = await cloud.createProject('astronomy')
  await signIn(page, server.password)
  await page.getByRole('combobox', { name: /^Project: admin/ }).click()
  await page.getByRole('combobox', { name: 'Find a project' }).fill('astro')
  await page.getByRole('option', { name: 'astronomy' }).click()
  await expect(page.getByRole('combobox', { name: /^Project: astronomy/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No images in astronomy yet' })).toBeVisible()
  const { project } = await page.evaluate(async () => (await fetch('/api/auth/session')).json())
  expect(project.id).toBe(other)
})
