import chinese from './server-words.zh.json'

/** The word of the page for what a sentence calls by a word of the API, such as a status, where it has one; else that word. */
type Term = (kind: TermKind, word: string) => string

/** Where the messages of the pages have the words of the API that sentences name. */
export type TermKind = 'status' | 'visibility' | 'sharing.status' | 'metadefs.kindMany'

/** What stands in sentences under these names is a word of the API. */
const termKinds: Partial<Record<string, TermKind>> = {
  status: 'status',
  from: 'status',
  to: 'status',
  wanted: 'status',
  visibility: 'visibility',
  what: 'metadefs.kindMany',
}

/** Puts a sentence of the server into another language; undefined where it has no words for it. */
export type ServerWords = (sentence: string, term?: Term) => string | undefined

/** Of sentences by the server's English ones, where `{name}` stands for what it puts in, perhaps several reasons. */
export function createServerWords(sentences: Readonly<Record<string, string>>): ServerWords {
  // The longest first: of two that fit, it says more.
  const known = Object.entries(sentences)
    .sort(([one], [other]) => other.length - one.length)
    .map(([english, words]) => ({ pattern: patternOf(english), words }))
  return function say(sentence, term) {
    for (const { pattern, words } of known) {
      const found = pattern.exec(sentence)
      if (found) return words.replace(/\{(\w+)\}/g, (_, name) => put(name, found.groups?.[name] ?? ''))
    }
    return undefined

    function put(name: string, value: string): string {
      const kind = termKinds[name]
      return kind && term ? term(kind, value) : said(value)
    }

    function said(part: string): string {
      const words = part.split(', and ').map((each) => say(each, term))
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
