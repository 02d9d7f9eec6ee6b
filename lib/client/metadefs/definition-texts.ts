import { queryOptions } from '@tanstack/react-query'
import type { Locale } from '../locale'
import { patiently } from '../patiently'

/** What the definitions that Vitrine comes with say, in another language; by what they say in English. */
export type DefinitionTexts = Readonly<Record<string, string>>

const english: DefinitionTexts = {}

const translated: Record<Locale, () => Promise<DefinitionTexts>> = {
  en: async () => english,
  zh: patiently(() => import('./definition-texts.zh.json').then(({ default: texts }) => texts)),
}

/** The texts of a language; the code of the first page does not hold them. */
export function definitionTexts(locale: Locale): Promise<DefinitionTexts> {
  return translated[locale]()
}

/** The texts of a language, fetched when a page that shows definitions wants them. */
export const definitionTextsQuery = (locale: Locale) =>
  queryOptions({
    queryKey: ['definition texts', locale],
    queryFn: () => definitionTexts(locale),
    enabled: locale !== 'en',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })

/** Says in the person's language what stands in a definition, where Vitrine knows the text; any other stays as it is. */
export type DefinitionText = (text: string) => string

export function definitionText(texts: DefinitionTexts = english): DefinitionText {
  return (text) => (Object.hasOwn(texts, text) ? (texts[text] ?? text) : text)
}
