'use client'

import { useKeys } from './keys'
import { useGo } from './use-go'

/** Moves through the rows of the page's tables that lead somewhere, and acts on the row that has the focus. */
export function useRowKeys() {
  const go = useGo()
  const lead = (page: string) => {
    const href = currentRow()?.querySelector('a')?.getAttribute('href') ?? ''
    if (/^\/images\/[^/?]+$/.test(href)) go(`${href}/${page}`)
  }
  useKeys({
    nextRow: () => focusRow(1),
    previousRow: () => focusRow(-1),
    selectRow: () => currentRow()?.querySelector<HTMLElement>('input[type=checkbox], [role=checkbox]')?.click(),
    edit: () => lead('properties'),
    share: () => lead('sharing'),
  })
}

function rows(): HTMLTableRowElement[] {
  const all = document.querySelectorAll<HTMLTableRowElement>('main tbody tr')
  return [...all].filter((row) => row.querySelector('a, button'))
}

function currentRow(): HTMLTableRowElement | null {
  return document.activeElement?.closest<HTMLTableRowElement>('main tbody tr') ?? null
}

/** The focus itself goes to what opens the row, so that Enter does. */
function focusRow(step: 1 | -1) {
  const all = rows()
  const current = currentRow()
  const at = current ? all.indexOf(current) + step : step > 0 ? 0 : all.length - 1
  const row = all[at]
  row?.scrollIntoView({ block: 'nearest' })
  ;(row?.querySelector<HTMLElement>('a') ?? row?.querySelector<HTMLElement>('button'))?.focus({ preventScroll: true })
}
