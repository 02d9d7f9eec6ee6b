import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
  const anyway = sheet.getByRole('group', { name: /overlay/ }).getByRole('checkbox', { name: 'Upload it anyway' })
  await expect(anyway).toBeFocused()
  await expect(anyway).toBeInViewport()
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
