import { longestName } from '@/lib/contract/image-fields'

/** How long the name of an image is, in characters as the Image API counts them. */
export function nameLength(name: string): number {
  return [...name].length
}

export function isNameTooLong(name: string): boolean {
  return nameLength(name) > longestName
}

/** Whether an image can be called so where it needs a name. */
export function nameFits(name: string): boolean {
  return name.trim() !== '' && !isNameTooLong(name)
}
