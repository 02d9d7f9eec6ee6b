import { queryOptions } from '@tanstack/react-query'
import { putOff } from './remembered'

/** The images about which this browser's person wants to decide later, by their ids. */
export const putOffQuery = queryOptions({
  queryKey: ['shares', 'put off'],
  queryFn: () => readPutOff(),
  staleTime: Number.POSITIVE_INFINITY,
})

function readPutOff(): string[] {
  return putOff.read()?.split(' ').filter(Boolean) ?? []
}

const kept = 500

export function decideLater(imageId: string, later: boolean): void {
  const others = readPutOff().filter((id) => id !== imageId)
  putOff.write((later ? [...others, imageId] : others).slice(-kept).join(' '))
}
