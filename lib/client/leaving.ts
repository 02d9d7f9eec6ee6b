/** Whoever has something unsaved: it gets what would leave it behind, to be done once the person agrees. */
export type Keeper = (leave: () => void) => void

let keepers: readonly Keeper[] = []

/** Asks this one from now on before anything is left; what is returned ends that. */
export function addKeeper(keeper: Keeper): () => void {
  keepers = [...keepers, keeper]
  return () => {
    keepers = keepers.filter((other) => other !== keeper)
  }
}

/** Does what leaves the page, at once where nothing is unsaved, else when the person agrees. */
export function leaveBy(leave: () => void): void {
  const keeper = keepers.at(-1)
  if (keeper) keeper(leave)
  else leave()
}
