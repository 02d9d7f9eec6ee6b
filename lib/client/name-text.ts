/** A stretch of a name as it is shown. */
export interface NamePart {
  text: string
  /** Stands for a character that is not seen by itself. */
  mark: boolean
}

/** Letters and pictures that honest texts join, keep apart or vary by characters without width. */
const joining =
  '[\\p{Extended_Pictographic}\\p{EMod}\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Mong}\\p{sc=Nkoo}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Orya}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\p{sc=Khmr}]'
const unseen = '[\\p{Cc}\\p{DI}\\u2028\\u2029\\uFFF9-\\uFFFB]'
/** What is honest is taken along whole; of the rest each character by itself. */
const pieces = new RegExp(
  `${joining}(?:\\p{VS}\\u200D?|[\\u200C\\u200D])|\\p{sc=Hani}\\p{VS}|[\\d#*]\\uFE0F\\u20E3|(${unseen})`,
  'gu',
)
const anyUnseen = new RegExp(unseen, 'u')

/** Whatever is written from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * A name cut where it has characters that are not seen but turn, hide or part others: controls, bidirectional overrides, what has
 * no width. Each becomes a mark such as ⟨U+202E⟩; what Arabic, Indic scripts and emoji need of them stays.
 */
export function nameParts(name: string): NamePart[] {
  if (!anyUnseen.test(name)) return [{ text: name, mark: false }]
  const parts: NamePart[] = []
  let from = 0
  for (const { 0: text, 1: hidden, index } of name.matchAll(pieces)) {
    if (hidden === undefined) continue
    if (index > from) parts.push({ text: name.slice(from, index), mark: false })
    parts.push({ text: markOf(hidden), mark: true })
    from = index + text.length
  }
  if (from < name.length) parts.push({ text: name.slice(from), mark: false })
  return parts
}

function markOf(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`
}

/**
 * A name as text for a sentence, a label or a title, where no element can keep it apart: with its marks, and isolated where it
 * runs from right to left, so that it turns nothing around it.
 */
export function nameText(name: string): string {
  const shown = nameParts(name)
    .map(({ text }) => text)
    .join('')
  return rightToLeft.test(shown) ? `\u2068${shown}\u2069` : shown
}
