/** The places of rows, in order, with the one that has the focus and its neighbours; -1 where none has. */
export function withFocused(places: readonly number[], focused: number, count: number): number[] {
  const around = focused < 0 ? [] : [focused - 1, focused, focused + 1].filter((place) => place >= 0 && place < count)
  return [...new Set([...places, ...around])].sort((a, b) => a - b)
}
