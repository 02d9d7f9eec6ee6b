import type { Locator, Page } from '@playwright/test'

const mostPresses = 150

/** Goes on with Tab until the focus is there: who has no mouse has no other way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < mostPresses; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${target}`)
}

/** Presses a button or follows a link, without a mouse. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Writes into a field in place of what is there, without a mouse. */
export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Signs in at the page that is shown. */
export async function signInByKeyboard(page: Page, { name, password }: { name: string; password: string }): Promise<void> {
  await page.goto('/login')
  await write(page, page.getByLabel('User name'), name)
  await write(page, page.getByLabel('Password'), password)
  await page.keyboard.press('Enter')
  await page.locator('main').locator('tbody a, h2').first().waitFor()
}
