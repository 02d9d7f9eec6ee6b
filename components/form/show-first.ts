/** Brings the first of these into sight, with the focus. */
export function showFirst(form: HTMLFormElement | null, selector: string) {
  const found = form?.querySelector<HTMLElement>(selector)
  found?.scrollIntoView({ block: 'center' })
  found?.focus({ preventScroll: true })
}
