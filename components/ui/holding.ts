import type { FocusEvent, PointerEvent } from 'react'

/**
 * What a list listens to, so that its rows keep their places under a pointer, or while one has the keyboard's focus.
 * A finger leaves nothing behind that says where it is.
 */
export function holding(onHold: (held: boolean) => void) {
  return {
    onPointerEnter: ({ pointerType }: PointerEvent) => pointerType !== 'touch' && onHold(true),
    onPointerLeave: ({ currentTarget }: PointerEvent) => !currentTarget.contains(document.activeElement) && onHold(false),
    onFocus: () => onHold(true),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
      !currentTarget.contains(relatedTarget) && !currentTarget.matches(':hover') && onHold(false),
  }
}
