'use client'

import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '@/components/ui/use-language'
import { type DefinitionText, definitionText, definitionTextsQuery } from '@/lib/client/metadefs/definition-texts'

/** How a title or description of a definition is shown. What is edited, exported or compared stays as it was written. */
export function useDefinitionText(): DefinitionText {
  const { data: texts } = useQuery(definitionTextsQuery(useLanguage()))
  return definitionText(texts)
}

/** Whether the texts are still under way, and what is shown now would be said anew. */
export function useTextsUnderWay(): boolean {
  return useQuery(definitionTextsQuery(useLanguage())).isLoading
}
