'use client'

import { useTranslations } from 'use-intl'

interface Joined {
  /** The items of one list. */
  items(texts: readonly string[]): string
  /** Facts beside each other that are no list of their kind. */
  facts(texts: readonly string[]): string
  /** In brackets, right after what it belongs to. */
  aside(text: string | number): string
}

/** Puts texts beside each other as the language of the page does; `Intl.ListFormat` sets nothing between them in Chinese. */
export function useJoined(): Joined {
  const t = useTranslations('join')
  return {
    items: (texts) => texts.join(t('items')),
    facts: (texts) => texts.join(t('facts')),
    aside: (text) => t('aside', { text: String(text) }),
  }
}
