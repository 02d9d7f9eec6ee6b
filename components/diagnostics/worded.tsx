import type { Wording } from '@/lib/client/diagnosis-words'

/** Words in the page's language, or marked as English. */
export function Worded({ wording: { text, lang } }: { wording: Wording }) {
  return <span lang={lang}>{text}</span>
}
