import type { ReactNode } from 'react'
import type { ExternalToast } from 'sonner'
import { patiently } from '@/lib/client/patiently'

const load = patiently(() => import('sonner'))

let want: () => void = () => undefined
let ready: () => void = () => undefined
const wanted = new Promise<void>((resolve) => {
  want = resolve
})
const standing = new Promise<void>((resolve) => {
  ready = resolve
})

/** Settles when the first toast is to be shown, and the place for toasts has to be there. */
export const toastsWanted = wanted
/** Says that the place for toasts is there. */
export const toastsReady = () => ready()

const show = (kind: 'success' | 'error') => (text: ReactNode, options?: ExternalToast) => {
  want()
  void Promise.all([load(), standing]).then(([sonner]) => sonner.toast[kind](text, options))
}

/** Says something for a while, in a corner; the code for it is loaded with the first toast. */
export const toast = { success: show('success'), error: show('error') }
