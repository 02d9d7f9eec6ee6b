import { addKeeper, type Keeper } from './leaving'

/** The Navigation API, in the browsers that have it. */
interface Navigation extends EventTarget {
  traverseTo(key: string): unknown
}

/** The browser is about to go somewhere. */
interface NavigateEvent extends Event {
  navigationType: 'push' | 'replace' | 'reload' | 'traverse'
  destination: { url: string; key: string; sameDocument: boolean }
}

/** Goes to a page of this application. */
type Go = (href: string) => void

/**
 * Asks before the page is left in any way: by a link, by a command or a key (`leaveBy`), by the browser's Back and Forward.
 * A reload or a closed tab is asked about by the browser itself. What is returned ends that.
 */
export function holdLeaving(keeper: Keeper, go: Go): () => void {
  let agreed = false
  const ask: Keeper = (leave) =>
    keeper(() => {
      agreed = true
      leave()
    })
  const isOver = () => agreed
  const ends = [addKeeper(ask), holdUnload(isOver), holdLinks(ask, go), holdHistory(ask, isOver)]
  return () => {
    for (const end of ends) end()
  }
}

function holdUnload(isOver: () => boolean) {
  const ask = (event: BeforeUnloadEvent) => isOver() || event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}

function holdLinks(ask: Keeper, go: Go) {
  const hold = (event: MouseEvent) => {
    const href = leavesBy(event)
    if (href === null) return
    event.preventDefault()
    event.stopPropagation()
    ask(() => go(href))
  }
  // Before the router hears of it.
  document.addEventListener('click', hold, true)
  return () => document.removeEventListener('click', hold, true)
}

/** The address in this application to which a click in this tab goes; null where the page stays. */
function leavesBy(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  if (!link || elsewhere || link.target === '_blank' || link.hasAttribute('download')) return null
  const { origin, pathname, search, hash } = new URL(link.href, window.location.href)
  return origin === window.location.origin && pathname !== window.location.pathname ? pathname + search + hash : null
}

/** Only the Navigation API can keep the browser where it is; once it has moved, the router has taken the page away. */
function holdHistory(ask: Keeper, isOver: () => boolean) {
  const navigation = (window as { navigation?: Navigation }).navigation
  const hold = (event: Event) => {
    const { navigationType, destination, cancelable } = event as NavigateEvent
    // What leads to another document is asked about by the browser.
    if (isOver() || navigationType !== 'traverse' || !cancelable || !destination.sameDocument) return
    if (new URL(destination.url).pathname === window.location.pathname) return
    event.preventDefault()
    ask(() => navigation?.traverseTo(destination.key))
  }
  navigation?.addEventListener('navigate', hold)
  return () => navigation?.removeEventListener('navigate', hold)
}
