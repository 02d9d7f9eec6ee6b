import type { Page } from '@playwright/test'

/** Opens the menu of the image's page, and chooses from it. */
export async function chooseAction(page: Page, name: string): Promise<void> {
  await page.waitForURL(/\/images\/[0-9a-f-]{36}/)
  await page
    .locator('main')
    .getByRole('button', { name: /^Actions for/ })
    .click()
  await page.getByRole('menuitem', { name }).click()
}
