import type { Page } from '@playwright/test'

/** Drags files of the disk onto the middle of the page, as a file manager does: the page gets real files, not copies. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 }
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data })
  }
  await client.detach()
}

/** Bounds the page's speed, in bytes per second, so that a test can act in the middle of an upload. Null lifts the bound. */
export async function limitUpload(page: Page, bytesPerSecond: number | null): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond ?? -1,
  })
}
