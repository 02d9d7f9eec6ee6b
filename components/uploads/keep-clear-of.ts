/** Tells the page, by `--dock`, how much of the window a dock at its bottom covers, so that nothing has to end or have the focus below it. */
export function keepClearOf(dock: HTMLElement | null) {
  if (!dock) return
  const root = document.documentElement.style
  const tell = () => root.setProperty('--dock', `${dock.offsetHeight + Number.parseFloat(getComputedStyle(dock).bottom)}px`)
  const observer = new ResizeObserver(tell)
  observer.observe(dock)
  return () => {
    observer.disconnect()
    root.removeProperty('--dock')
  }
}
