'use client'

import { useQuery } from '@tanstack/react-query'
import { patiently } from '@/lib/client/patiently'
import { ShownName } from './shown-name'
import { useLanguage } from './use-language'
import { useTerm } from './use-term'

const chineseWords = patiently(() => import('@/lib/client/server-words').then(({ chineseWords: words }) => ({ words })))

/** A sentence of the server in the language of the page; where there is none, its English, marked as such. */
export function ServerWords({ sentence }: { sentence: string }) {
  const foreign = useLanguage() !== 'en'
  const term = useTerm()
  const { data, isLoading } = useQuery({
    queryKey: ['server words'],
    queryFn: chineseWords,
    enabled: foreign,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  if (!foreign) return <ShownName name={sentence} lines />
  // Two languages after each other would only be noise.
  if (isLoading) return null
  const words = data?.words(sentence, term)
  return words ? (
    <ShownName name={words} lines />
  ) : (
    <span lang="en">
      <ShownName name={sentence} lines />
    </span>
  )
}
