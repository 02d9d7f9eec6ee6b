import { Unreachable } from '../api'

/** The code that speaks tus, which is no part of a page's first load. Throws Unreachable where it cannot be had now. */
export async function loadTransfer() {
  try {
    return await import('./transfer')
  } catch (cause) {
    throw new Unreachable(cause)
  }
}
