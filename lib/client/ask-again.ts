import { isNotThere } from './not-there'

/** When to ask again about one thing: every `ms`, and never more once it is gone, which the server would count as a refusal each time. */
export function unlessGone(ms: number, error: Error | null): number | false {
  return isNotThere(error) ? false : ms
}
