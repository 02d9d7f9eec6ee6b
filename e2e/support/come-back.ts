import { expect, type Page } from '@playwright/test'

/** Comes back to the tab, which then fetches its lists anew unless they are fresh, until `check` passes. */
export async function comeBackUntil(page: Page, check: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    await check()
  }).toPass()
}
