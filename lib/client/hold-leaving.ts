import { addKeeper, type Keeper } from './leaving'

/** What the Navigation API says of the history, in the browsers that have it. */
interface NavigationHistory extends EventTarget {
  currentEntry: { index: number } | null
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

/** The browser has moved before anybody can say no, so it is sent back where it was before the router hears of it. */
function holdHistory(ask: Keeper, isOver: () => boolean) {
  const { pathname } = window.location
  const navigation = (window as { navigation?: NavigationHistory }).navigation
  let index = navigation?.currentEntry?.index
  let returning = false
  const follow = () => {
    if (window.location.pathname === pathname) index = navigation?.currentEntry?.index
  }
  const hold = (event: PopStateEvent) => {
    if (isOver() || (!returning && window.location.pathname === pathname)) return
    event.stopImmediatePropagation()
    if (returning) {
      returning = false
      return
    }
    // A browser without the Navigation API does not say whether it went back or forward; back is what people press.
    const there = (navigation?.currentEntry?.index ?? 0) - (index ?? 1)
    returning = true
    window.history.go(-there)
    ask(() => window.history.go(there))
  }
  navigation?.addEventListener('currententrychange', follow)
  window.addEventListener('popstate', hold, true)
  return () => {
    navigation?.removeEventListener('currententrychange', follow)
    window.removeEventListener('popstate', hold, true)
  }
}
