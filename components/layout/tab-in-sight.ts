/** A `ref` for the link of the current tab: scrolls a row of tabs that is wider than the page until the tab is in sight. */
export function tabInSight(link: HTMLElement | null) {
  const row = link?.closest('nav')
  if (!link || !row || row.scrollWidth <= row.clientWidth) return
  const tab = link.getBoundingClientRect()
  const frame = row.getBoundingClientRect()
  row.scrollLeft += tab.left + tab.width / 2 - (frame.left + frame.width / 2)
}
