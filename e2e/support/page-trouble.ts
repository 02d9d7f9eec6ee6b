import type { Page } from '@playwright/test'

/** Gathers what the page asks of the server that it refuses or breaks on, and what the page's own code throws. */
export function troubleOf(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('response', (response) => {
    const { status, path } = { status: response.status(), path: new URL(response.url()).pathname }
    // An image that is not there, a cache that is not switched on, and accounts that Keystone keeps, are 404 by the API.
    const absent = path.includes('/nothing') || path === '/v2/cache' || path.startsWith('/identity/')
    if (status >= 400 && !(status === 404 && absent)) trouble.push(`${status} ${response.request().method()} ${path}`)
  })
  return trouble
}

/** Controls that do nothing and do not say why, as they are written. */
export function silentControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const described = (element: Element) =>
      (element.getAttribute('aria-describedby') ?? '').split(' ').some((id) => document.getElementById(id)?.textContent?.trim())
    // A fieldset speaks for all that is in it; a pager and the head of an empty table speak by what stands beside them.
    const explained = (element: Element) =>
      described(element) || element.closest('nav, thead') || described(element.closest('fieldset:disabled') ?? element)
    return [...document.querySelectorAll('main :disabled, main [aria-disabled=true], header :disabled')]
      .filter((element) => !explained(element))
      .map(({ outerHTML }) => outerHTML.replace(/class="[^"]*"/, '').slice(0, 200))
  })
}
