import { expect, type Locator, type Page } from '@playwright/test'
import { dropFiles } from './drop'

/** Where a page shows its uploads. */
export const dock = (page: Page): Locator => page.getByRole('region', { name: 'Uploads' })

/** Drops files on the page and starts their uploads, as the sheet proposes them. */
export async function startUploads(page: Page, files: readonly string[]): Promise<void> {
  await dropFiles(page, files)
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: /^Start/ }).click()
  await expect(sheet).toBeHidden()
}

/** How far an upload has come by its bar, in percent. */
export async function percentOf(page: Page, name: string): Promise<number> {
  const bar = dock(page).getByRole('progressbar', { name: `Upload of ${name}` })
  return Number(await bar.getAttribute('aria-valuenow'))
}
