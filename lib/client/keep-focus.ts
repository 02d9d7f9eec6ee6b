/** Where the focus was, and what stands around it, from within. */
interface Place {
  element: HTMLElement
  around: readonly HTMLElement[]
  /** Whether that was on top of the page, so that what had the focus below it matters. */
  onTop: boolean
}

/** What people know by a name, so that to land there says where one is. */
const named = 'article, table, section[aria-label], section[aria-labelledby], [role=region], [role=dialog], [role=alertdialog]'
const onTop = '[role=dialog], [role=alertdialog], [role=menu], [data-sonner-toaster]'
const dialogs = '[role=dialog]:not([data-closed]), [role=alertdialog]:not([data-closed])'

/**
 * Brings the focus to what is nearest when what had it goes away: a card that is answered, a row that is deleted, the button
 * that opened a dialog. A control that is disabled only for a while gets it back. What is returned ends that.
 */
export function keepFocus(): () => void {
  let last: Place | null = null
  let lastInPage: Place | null = null
  let frame = 0
  const note = (target: EventTarget | null) => {
    if (!(target instanceof HTMLElement) || target === document.body) return
    last = placeOf(target)
    if (target.closest('main')) lastInPage = last
  }
  const settle = () => {
    frame = 0
    if (!last || isHeld(document.activeElement)) return
    const { element } = last
    if (!element.isConnected) return bringTo(refuge(last.onTop ? [last, lastInPage] : [last]))
    if (element.matches(':disabled')) return
    // Either it can be used again, or the person has clicked beside it.
    if (waits) element.focus({ preventScroll: true })
    waits = false
    last = null
  }
  let waits = false
  const look = () => {
    waits ||= last?.element.matches(':disabled') ?? false
    frame ||= requestAnimationFrame(settle)
  }
  const noteTarget = ({ target }: FocusEvent) => {
    waits = false
    note(target)
  }
  note(document.activeElement)
  const observer = new MutationObserver(look)
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', noteTarget)
  document.addEventListener('focusout', look)
  return () => {
    observer.disconnect()
    cancelAnimationFrame(frame)
    document.removeEventListener('focusin', noteTarget)
    document.removeEventListener('focusout', look)
  }
}

/** Whether somebody has the focus who can use it. */
function isHeld(active: Element | null): boolean {
  return active !== null && active !== document.body && !active.matches(':disabled')
}

function placeOf(element: HTMLElement): Place {
  const around: HTMLElement[] = []
  const place = { element, around, onTop: element.closest(onTop) !== null }
  // Messages come and go by themselves: they are no place to stay.
  if (element.closest('[data-sonner-toaster]')) return place
  for (let at = element.parentElement?.closest<HTMLElement>(named); at; at = at.parentElement?.closest<HTMLElement>(named))
    around.push(at)
  return place
}

/** The nearest of what is left, but nothing that a dialog covers. */
function refuge(places: readonly (Place | null)[]): HTMLElement | null {
  const dialog = [...document.querySelectorAll<HTMLElement>(dialogs)].at(-1)
  const near = places.flatMap((place) => (place ? [place.element, ...place.around] : []))
  const left = near.find((at) => at.isConnected && !at.matches(':disabled') && (!dialog || dialog.contains(at)))
  return left ?? dialog ?? document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
}

function bringTo(target: HTMLElement | null) {
  if (!target) return
  if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) {
    target.tabIndex = -1
    target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true })
  }
  target.focus({ preventScroll: true })
}
