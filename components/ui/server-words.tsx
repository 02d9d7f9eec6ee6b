'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'use-intl'
import { patiently } from '@/lib/client/patiently'

const chineseWords = patiently(() => import('@/lib/client/server-words').then(({ chineseWords: words }) => ({ words })))

/** A sentence of the server in the language of the page; where there is none, its English, marked as such. */
export function ServerWords({ sentence }: { sentence: string }) {
  const foreign = useLocale() !== 'en'
  const { data, isLoading } = useQuery({
    queryKey: ['server words'],
    queryFn: chineseWords,
    enabled: foreign,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  if (!foreign) return sentence
  // Two languages after each other would only be noise.
  if (isLoading) return null
  return data?.words(sentence) ?? <span lang="en">{sentence}</span>
}
