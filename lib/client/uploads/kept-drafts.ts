import type { ChosenFile } from './chosen-files'
import type { Draft } from './draft'
import { isSameFile, markFile } from './file-mark'
import { randomId } from './random-id'
import { readInWorker } from './read-in-worker'
import type { FileMark, UploadForm } from './upload'

/** A form that outlives a reload. Its file does not: it is chosen again, and known by its mark. */
export interface KeptDraft {
  id: string
  mark: FileMark
  form: UploadForm
  anyway: boolean
  /** The file as it was read; null after a reload. */
  read: Omit<Draft, 'id' | 'form' | 'anyway'> | null
}

/** What is kept of a draft whose file was just chosen. */
export async function keptDraft({ id, form, anyway, ...read }: Draft): Promise<KeptDraft> {
  return { id, mark: await markFile(read.file), form, anyway, read }
}

/** The same draft with its file again; null where it is another file. */
export async function withFile(kept: KeptDraft, chosen: ChosenFile): Promise<KeptDraft | null> {
  if (!(await isSameFile(chosen.file, kept.mark))) return null
  return { ...kept, read: { ...chosen, reading: await readInWorker(chosen.file), aside: false } }
}

/** The drafts whose files are there, as the upload forms take them. */
export function readyDrafts(kept: readonly KeptDraft[]): Draft[] {
  return kept.flatMap(({ id, form, anyway, read }) => (read ? [{ id, form, anyway, ...read }] : []))
}

/** The drafts as a text without their files. */
export function draftsText(kept: readonly KeptDraft[]): string {
  return JSON.stringify(kept.map(({ mark, form, anyway }) => ({ mark, form, anyway })))
}

/** The drafts that a text keeps; none where it is not what `draftsText` writes. */
export function draftsFrom(text: string | null): KeptDraft[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.filter(isKept).map((draft) => ({ ...draft, id: randomId(), read: null })) : []
  } catch {
    return []
  }
}

function isKept(value: unknown): value is Pick<KeptDraft, 'mark' | 'form' | 'anyway'> {
  const { mark, form } = (value ?? {}) as Partial<KeptDraft>
  return (
    typeof mark?.sample === 'string' &&
    typeof mark.size === 'number' &&
    typeof form?.name === 'string' &&
    Array.isArray(form.tags)
  )
}
