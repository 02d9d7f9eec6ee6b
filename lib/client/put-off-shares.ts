import { queryOptions } from '@tanstack/react-query'
import { putOffShares } from './remembered'

/** The images about which somebody wants to decide later, by their ids; this browser keeps them. */
export function putOffQuery(userId: string) {
  return queryOptions({
    queryKey: ['shares', 'put off', userId],
    queryFn: () => readPutOff(userId),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

function readPutOff(userId: string): string[] {
  return putOffShares(userId).read()?.split(' ').filter(Boolean) ?? []
}

const kept = 500

export function decideLater(userId: string, imageId: string, later: boolean): void {
  const others = readPutOff(userId).filter((id) => id !== imageId)
  putOffShares(userId).write((later ? [...others, imageId] : others).slice(-kept).join(' '))
}
