import { expect } from '@playwright/test'
import { test } from './support/administered-test'
import { chooseAction } from './support/choose-action'
import { signIn } from './support/test'

test('an image is copied to another store from its own page, and its activity tells of it', async ({ page, administered }) => {
  const { cloud, server } = administered
  const [image] = await cloud.imagesNamed('rocky-9')
  await signIn(page, server.password)
  await page.goto(`/images/${image?.id}`)
  await expect(page.getByText('fast', { exact: true })).toBeVisible()
  await chooseAction(page, 'Copy to store')
  const sheet = page.getByRole('dialog', { name: 'Copies of rocky-9' })
  await expect(sheet.getByRole('checkbox', { name: /^fast/ })).toBeDisabled()
  await sheet.getByRole('checkbox', { name: /^archive/ }).check()
  await sheet.getByRole('button', { name: 'Copy to 1 store' }).click()
  await expect(sheet.getByText('Has the data')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('list', { name: 'Stages' })).toContainText('Copied to another store')
  await page.getByRole('link', { name: 'All activity' }).click()
  const copies = page.getByRole('list', { name: 'Imports and copies' })
  await expect(copies).toContainText('copy-image')
  await expect(copies).toContainText('To archive')
  await expect(copies).toContainText(/req-/)
})
