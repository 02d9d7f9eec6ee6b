type Listener = () => void

let waiting: { renewed: Promise<boolean>; settle(renewed: boolean): void } | null = null
let dialog: Listener | null = null

/**
 * Has the person sign in again, and tells whether that came about. Everybody who asks meanwhile waits for the same
 * answer; where nothing can ask the person, it is no.
 */
export function renewSession(): Promise<boolean> {
  if (waiting) return waiting.renewed
  if (!dialog) return Promise.resolve(false)
  let settle: (renewed: boolean) => void = () => undefined
  const renewed = new Promise<boolean>((resolve) => {
    settle = resolve
  })
  waiting = { renewed, settle }
  dialog()
  return renewed
}

/** Lets those who wait go on. */
export function settleRenewal(renewed: boolean) {
  waiting?.settle(renewed)
  waiting = null
}

/** Names what asks the person; answers how to take that back. */
export function onRenewalNeeded(listener: Listener): Listener {
  dialog = listener
  return () => {
    if (dialog !== listener) return
    dialog = null
    settleRenewal(false)
  }
}
