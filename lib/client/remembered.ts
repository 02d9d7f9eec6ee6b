/** A choice that this browser keeps. */
export interface Remembered {
  read(): string | null
  write(value: string): void
}

const inBrowser = () => localStorage
const inTab = () => sessionStorage

/** A choice that this browser keeps, or the tab alone. A browser that forbids it forgets. */
function remembered(key: string, place = inBrowser): Remembered {
  return {
    read(): string | null {
      try {
        return place().getItem(key)
      } catch {
        return null
      }
    },
    write(value: string) {
      try {
        place().setItem(key, value)
      } catch {
        // Nothing is lost but a convenience.
      }
    },
  }
}

export const lastDomain = remembered('vitrine-domain')
/** Who has been signed in, and in which project last: two ids with a blank between, pairs with commas, the newest at the end. */
export const lastProjects = remembered('vitrine-project')
/** Whose theme and language this browser has. */
export const lastUser = remembered('vitrine-user')
/** The language chosen on the sign-in page, by whoever signs in next. */
export const newcomersLanguage = remembered('vitrine-newcomers-language')
/** When somebody has last put the list of uploads away, in ms since 1970; empty since they have opened it again. */
export const dockPutAway = (userId: string) => remembered(`vitrine-dock-${userId}`)
/** Images about which somebody wants to decide later. */
export const putOffShares = (userId: string) => remembered(`vitrine-put-off-shares-${userId}`)
/** The columns of somebody's image list, with blanks between. */
export const chosenColumns = (userId: string) => remembered(`vitrine-columns-${userId}`)
/** Somebody's views of the image list, as JSON. */
export const keptViews = (userId: string) => remembered(`vitrine-views-${userId}`)
/** Somebody's forms of images that are not begun yet, as JSON. */
export const keptForms = (userId: string) => remembered(`vitrine-forms-${userId}`)
/** Which view of a project's images somebody has seen last in this tab: the query of its address, with the question mark. */
export const lastImageList = (userId: string, projectId: string) => remembered(`vitrine-list-${userId}-${projectId}`, inTab)
