import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeQcow2 } from './support/disk-files'
import { dropFiles } from './support/drop'
import { expect, test } from './support/test'

test('Start leads to the first card that needs a correction', async ({ dashboard: page, server }) => {
  const fine = ['one.qcow2', 'two.qcow2'].map((name) => makeQcow2(server.folder, name, 1))
  const overlay = join(server.folder, 'a-long-name-of-a-file-that-is-only-an-overlay.qcow2')
  execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', '-b', fine[0] as string, '-F', 'qcow2', overlay])
  await dropFiles(page, [...fine, overlay])
  const sheet = page.getByRole('dialog', { name: 'Upload 3 images' })
  await sheet.getByRole('button', { name: 'Start 3 uploads' }).click()
  const overlayCard = sheet.getByRole('group', { name: /overlay/ })
  const anyway = overlayCard.getByRole('checkbox', { name: 'Upload it anyway' })
  await expect(overlayCard.getByText('The server would refuse this file')).toBeInViewport()
  await expect(anyway).toHaveAttribute('aria-invalid', 'true')
  // The explanation has the focus: one more press overrides nothing.
  await page.keyboard.press('Space')
  await expect(anyway).not.toBeChecked()
  await page.keyboard.press('Tab')
  await expect(overlayCard.locator('code')).toBeFocused()
  await expect(sheet.getByText('1 file needs a correction.')).toBeVisible()
  // The command that mends it scrolls by itself; the card does not grow with it.
  const right = (box: { x: number; width: number } | null) => (box ? box.x + box.width : Number.NaN)
  const card = right(await sheet.getByRole('group', { name: /overlay/ }).boundingBox())
  expect(card).toBeLessThan(right(await sheet.boundingBox()))
  await sheet.getByRole('group', { name: 'one.qcow2' }).getByRole('textbox', { name: 'Name' }).fill('')
  await sheet.getByRole('button', { name: 'Start 3 uploads' }).click()
  await expect(sheet.getByRole('group', { name: 'one.qcow2' }).getByRole('textbox', { name: 'Name' })).toBeFocused()
  await expect(sheet.getByText('2 files need a correction.')).toBeVisible()
})

test('the sheet asks before it throws away what was filled in', async ({ dashboard: page, server }) => {
  const file = makeQcow2(server.folder, 'edited.qcow2', 1)
  const sheet = page.getByRole('dialog')
  const question = page.getByRole('alertdialog', { name: 'Discard what you have filled in?' })
  await dropFiles(page, [file])
  await sheet.waitFor()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  await dropFiles(page, [file])
  await sheet.getByRole('textbox', { name: 'Name' }).fill('a name of my own')
  await page.keyboard.press('Escape')
  await expect(question.getByRole('button', { name: 'Go on editing' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(sheet.getByRole('textbox', { name: 'Name' })).toHaveValue('a name of my own')
  await sheet.getByRole('button', { name: 'Close' }).click()
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect(sheet).toBeHidden()
})

test('bytes without a known format are not called fine', async ({ dashboard: page, server }) => {
  const file = join(server.folder, 'noise.img')
  writeFileSync(file, Buffer.alloc(70_000, '\0noise'))
  await dropFiles(page, [file])
  await expect(page.getByRole('dialog').getByText(/^No known format in the header: taken as raw/)).toBeVisible()
})

test('what is no whole disk has to be confirmed, and the count of such files leads there', async ({
  dashboard: page,
  server,
}) => {
  const whole = makeQcow2(server.folder, 'whole.qcow2', 2)
  const half = join(server.folder, 'half.qcow2')
  writeFileSync(half, readFileSync(whole).subarray(0, 1_000_000))
  const errorPage = join(server.folder, 'page.qcow2')
  writeFileSync(errorPage, '<?xml version="1.0"?>\n<Error><Code>NoSuchKey</Code></Error>')
  const workers = countWorkers(page)
  await dropFiles(page, [whole, half, errorPage])
  const sheet = page.getByRole('dialog', { name: 'Upload 3 images' })
  const card = (name: string) => sheet.getByRole('group', { name, exact: true })
  await expect(card('whole.qcow2').getByText(/^qcow2, /)).toBeVisible()
  await expect(card('half.qcow2').getByText('the download was probably cut off')).toBeVisible()
  await expect(card('page.qcow2').getByText('This is an error page')).toBeVisible()
  await expect(card('page.qcow2').getByText('From the virtual size')).toBeHidden()
  expect(workers()).toBe(1)
  await sheet.getByRole('button', { name: '2 files to check first' }).click()
  await expect(card('half.qcow2').getByText('This is probably not a complete disk image')).toBeInViewport()
  await sheet.getByRole('button', { name: 'Start 3 uploads' }).click()
  await expect(sheet.getByText('2 files need a correction.')).toBeVisible()
})

test('many files are lines that open, and share what is set for all', async ({ dashboard: page, server }) => {
  const folder = join(server.folder, 'release')
  mkdirSync(folder)
  for (const name of ['a.qcow2', 'b.qcow2', 'c.qcow2', 'd.qcow2']) makeQcow2(folder, name, 1)
  writeFileSync(join(folder, 'SHA256SUMS'), 'e3b0c442  a.qcow2\n')
  await dropFiles(page, [folder])
  const sheet = page.getByRole('dialog', { name: 'Upload 4 images' })
  const line = sheet.getByRole('group', { name: 'c.qcow2' })
  await expect(line.getByText(/^qcow2, .*· Private$/)).toBeVisible()
  await sheet
    .getByRole('group', { name: 'For all 4 images' })
    .getByRole('combobox', { name: 'Visibility' })
    .selectOption('Shared')
  await expect(line.getByText(/· Shared$/)).toBeVisible()
  await line.getByRole('button', { name: 'Edit c.qcow2' }).click()
  await expect(line.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await expect(line.getByRole('combobox', { name: 'Visibility' })).toHaveValue('shared')
  await sheet.getByRole('button', { name: 'Include SHA256SUMS' }).click()
  await expect(page.getByRole('dialog', { name: 'Upload 5 images' })).toBeVisible()
})

function countWorkers(page: Page): () => number {
  let count = 0
  page.on('worker', () => {
    count += 1
  })
  return () => count
}
