/** A choice that this browser keeps. */
export interface Remembered {
  read(): string | null
  write(value: string): void
}

/** A choice that this browser keeps. A browser that forbids it forgets. */
function remembered(key: string): Remembered {
  return {
    read(): string | null {
      try {
        return localStorage.getItem(key)
      } catch {
        return null
      }
    },
    write(value: string) {
      try {
        localStorage.setItem(key, value)
      } catch {
        // Nothing is lost but a convenience.
      }
    },
  }
}

export const lastDomain = remembered('vitrine-domain')
export const lastProject = remembered('vitrine-project')
/** Whose theme and language this browser has. */
export const lastUser = remembered('vitrine-user')
/** Images about which to decide later. */
export const putOff = remembered('vitrine-put-off-shares')
/** The columns of somebody's image list, with blanks between. */
export const chosenColumns = (userId: string) => remembered(`vitrine-columns-${userId}`)
/** Somebody's views of the image list, as JSON. */
export const keptViews = (userId: string) => remembered(`vitrine-views-${userId}`)
/** Somebody's forms of images that are not begun yet, as JSON. */
export const keptForms = (userId: string) => remembered(`vitrine-forms-${userId}`)
