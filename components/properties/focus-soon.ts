const mostFrames = 20

/** Brings the focus to a control that the next renderings will show, or free of what covers it. */
export function focusSoon(id: string, frames = mostFrames): void {
  requestAnimationFrame(() => {
    const control = document.getElementById(id)
    control?.closest('details')?.setAttribute('open', '')
    control?.focus()
    if (frames > 0 && (!control || document.activeElement !== control)) focusSoon(id, frames - 1)
  })
}
