/** What is typed while the field that it is for is still to come. */
export interface HeldTyping {
  text: string
  /** Whether Enter has ended the text. */
  entered: boolean
}

export const nothingTyped: HeldTyping = { text: '', entered: false }

/** The same after one more key, by the name that a keyboard event has for it. */
export function afterKey(held: HeldTyping, key: string): HeldTyping {
  if (held.entered) return held
  if (key === 'Enter') return { ...held, entered: held.text.trim() !== '' }
  if (key === 'Backspace') return { ...held, text: [...held.text].slice(0, -1).join('') }
  return [...key].length === 1 ? { ...held, text: held.text + key } : held
}
