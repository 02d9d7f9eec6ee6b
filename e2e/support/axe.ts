import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Result = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

/** Nothing here has frames of other sites, for which axe would begin a second page each time. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

/** What axe finds wrong with the page as it is now, a line each. */
export async function findings(page: Page, withoutRules: string[] = []): Promise<string[]> {
  const { violations } = await axe(page).withTags(standards).disableRules(withoutRules).analyze()
  return linesOf(violations)
}

function linesOf(violations: Result[]): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** What axe finds of too little contrast alone, a line each. */
async function faintTexts(page: Page): Promise<string[]> {
  const { violations } = await axe(page).withRules(['color-contrast']).analyze()
  return linesOf(violations)
}

/** What of a page cannot be seen on a phone of 320 px: that it scrolls sideways, and boxes that hide a part of themselves. */
async function cutOffOnPhone(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 })
  const found = await page.evaluate(() => {
    const { scrollWidth } = document.documentElement
    const hides = (element: Element) => {
      const { overflowX, textOverflow, webkitLineClamp, position } = getComputedStyle(element)
      const shortened = textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
      // What only screen readers get is a pixel wide; a field scrolls by its caret.
      const shown = element.clientWidth > 1 && position !== 'fixed' && !element.matches('input, textarea')
      return (
        (overflowX === 'hidden' || overflowX === 'clip') && shown && !shortened && element.scrollWidth > element.clientWidth + 1
      )
    }
    const hidden = [...document.querySelectorAll('body *')].filter(hides).map(({ outerHTML }) => outerHTML.slice(0, 160))
    return [...(scrollWidth > 320 ? [`the page is ${scrollWidth} px wide`] : []), ...hidden]
  })
  await page.setViewportSize({ width: 1280, height: 800 })
  return found
}

/** The languages of the pages. */
export const languages = ['en', 'zh'] as const

/**
 * Expects nothing of axe in either theme, and nothing cut off on a phone. Themes differ in colours alone, and those are the
 * same in every language.
 */
export async function expectSound(page: Page, language: string, what: string): Promise<void> {
  if (language === 'en') {
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faintTexts(page), `${what}, dark`).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
  }
  expect(await findings(page, language === 'en' ? [] : ['color-contrast']), what).toEqual([])
  expect(await cutOffOnPhone(page), what).toEqual([])
}

/** Every look in which pages are checked: theme and language. */
export const looks = [
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'zh'],
  ['dark', 'zh'],
] as const
