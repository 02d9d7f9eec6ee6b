import { Problem } from '@/lib/contract/problem'

/** Runs a write; text that the database's character set lacks, as in tables that an old Glance made in MySQL, is a `badRequest`. */
export async function storable<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD')
      throw new Problem('badRequest', 'This database cannot keep characters beyond the basic plane, such as emoji.', { cause })
    throw cause
  }
}
