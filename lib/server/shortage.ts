import { isProblem } from '@/lib/contract/problem'

/** What a check for room says where there is none; null where there is. Other problems are thrown. */
export async function shortageOf(check: Promise<unknown> | undefined): Promise<string | null> {
  try {
    await check
    return null
  } catch (error) {
    if (isProblem(error) && error.kind === 'tooLarge') return error.message
    throw error
  }
}
