import { isProblem, Problem, type ProblemKind } from '@/lib/contract/problem'

export const diskIsFull = 'There is not enough disk space on the image storage media.'

/** What an operating system's error means to a client. Everything else is a store that does not work. */
const kinds: Record<string, [ProblemKind, string]> = {
  ENOSPC: ['tooLarge', diskIsFull],
  EDQUOT: ['tooLarge', 'The quota of the image storage media is used up.'],
  EFBIG: ['tooLarge', 'The image is larger than a file may be on the image storage media.'],
  ENOENT: ['notFound', 'The image data could not be found in the store.'],
  EACCES: ['storeUnavailable', 'Insufficient permissions on the image storage media.'],
  EROFS: ['storeUnavailable', 'The image storage media cannot be written.'],
}

/** Runs one step of a store; whatever it throws comes out as a `Problem`. */
export async function guarded<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw storeProblem(error)
  }
}

function storeProblem(error: unknown): Problem {
  if (isProblem(error)) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const [kind, message] = kinds[code] ?? (['storeUnavailable', 'The image store does not work just now.'] as const)
  return new Problem(kind, message, { cause: error })
}
