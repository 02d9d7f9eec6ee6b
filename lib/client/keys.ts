/** What can be done by keys, and which to press one after the other; every one without Ctrl, Alt or Command. */
export const keyChords = {
  search: ['/'],
  upload: ['u'],
  toImages: ['g', 'i'],
  toUploads: ['g', 'u'],
  nextRow: ['j'],
  previousRow: ['k'],
  selectRow: ['x'],
  edit: ['e'],
  share: ['s'],
  keys: ['?'],
} as const satisfies Record<string, readonly [string, ...string[]]>
export type KeyAction = keyof typeof keyChords

/** How long the first key of two waits for the second. */
const patienceMs = 1500

/** Makes actions of keys that are pressed one after the other; `press` takes the moment in milliseconds. */
export function createKeyReader() {
  let first: { key: string; at: number } | null = null
  return {
    press(key: string, at: number): KeyAction | null {
      const pressed = first && at - first.at < patienceMs ? [first.key, key] : [key]
      const action = actionOf(pressed) ?? actionOf([key])
      first = action === null && begins(key) ? { key, at } : null
      return action
    },
  }
}

function actionOf(pressed: readonly string[]): KeyAction | null {
  const all = Object.entries(keyChords) as [KeyAction, readonly string[]][]
  return all.find(([, keys]) => keys.join() === pressed.join())?.[0] ?? null
}

function begins(key: string): boolean {
  return Object.values(keyChords).some((keys: readonly string[]) => keys.length > 1 && keys[0] === key)
}
