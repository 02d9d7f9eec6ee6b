import { paths } from '@/lib/contract/paths'
import { api } from './api'
import { patchImage } from './patch-image'

const act = (action: 'deactivate' | 'reactivate') => (id: string) =>
  api(`${paths.image(encodeURIComponent(id))}/actions/${action}`, { method: 'POST' })

const set = (field: 'os_hidden' | 'protected', value: boolean) => (id: string) =>
  patchImage(id, [{ op: 'replace', path: `/${field}`, value }])

/** What is switched on or off of an image in one step; each with the step that takes it back. */
export const imageSwitches = {
  deactivate: { run: act('deactivate'), undo: 'reactivate' },
  reactivate: { run: act('reactivate'), undo: 'deactivate' },
  hide: { run: set('os_hidden', true), undo: 'unhide' },
  unhide: { run: set('os_hidden', false), undo: 'hide' },
  protect: { run: set('protected', true), undo: 'unprotect' },
  unprotect: { run: set('protected', false), undo: 'protect' },
} as const satisfies Record<string, { run(id: string): Promise<void>; undo: string }>

export type ImageSwitch = keyof typeof imageSwitches
