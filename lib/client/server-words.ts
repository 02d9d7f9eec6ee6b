import chinese from './server-words.zh.json'

/** Puts a sentence of the server into another language; undefined where it has no words for it. */
export type ServerWords = (sentence: string) => string | undefined

/** Of sentences by the server's English ones, where `{name}` stands for what it puts in, perhaps several reasons. */
export function createServerWords(sentences: Readonly<Record<string, string>>): ServerWords {
  // The longest first: of two that fit, it says more.
  const known = Object.entries(sentences)
    .sort(([one], [other]) => other.length - one.length)
    .map(([english, words]) => ({ pattern: patternOf(english), words }))
  return function say(sentence) {
    for (const { pattern, words } of known) {
      const found = pattern.exec(sentence)
      if (found) return words.replace(/\{(\w+)\}/g, (_, name) => said(found.groups?.[name] ?? ''))
    }
    return undefined

    function said(part: string): string {
      const words = part.split(', and ').map(say)
      return words.every((known) => known !== undefined) ? words.join('，') : part
    }
  }
}

function patternOf(english: string): RegExp {
  const seen = new Set<string>()
  const parts = english.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const again = seen.has(part)
    seen.add(part)
    return again ? `\\k<${part}>` : `(?<${part}>.*?)`
  })
  return new RegExp(`^${parts.join('')}$`, 's')
}

export const chineseWords: ServerWords = createServerWords(chinese)
