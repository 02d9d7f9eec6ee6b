import { type FormEvent, useEffect, useState } from 'react'

/** A text that is being typed; it counts with Enter or on leaving the field; none at all at once. */
export function useAppliedText(value: string, onChange: (value: string) => void) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const apply = () => text.trim() !== value && onChange(text.trim())
  const clear = () => {
    setText('')
    if (value !== '') onChange('')
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    apply()
  }
  return { text, setText, apply, clear, onSubmit }
}
