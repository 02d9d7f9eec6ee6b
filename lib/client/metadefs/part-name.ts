import { longestMetadefName } from '@/lib/contract/metadef-words'

/** Why something of metadata definitions cannot have a name. */
export type PartNameMisfit = 'required' | 'long' | 'taken'

/** What is wrong with a name; null where it can be had. */
export function nameMisfit(name: string, taken: readonly string[]): PartNameMisfit | null {
  if (name === '') return 'required'
  if (tooLong(name)) return 'long'
  return taken.includes(name) ? 'taken' : null
}

/** Whether the database has no room for a text; it counts characters. */
export function tooLong(text: string | undefined, most = longestMetadefName): boolean {
  return text !== undefined && [...text].length > most
}
