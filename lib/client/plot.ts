/** A value at a moment, in milliseconds since 1970. */
export interface PlotPoint {
  at: number
  value: number
}

/** A rectangle into which values are drawn; its origin is at the top left. */
export interface PlotFrame {
  width: number
  height: number
  from: number
  to: number
  /** The value at the top. */
  top: number
}

/** How high a plot is: its highest value, and its limit where that is not out of sight. */
export function plotTop(points: readonly PlotPoint[], limit: number | null): number {
  const highest = Math.max(0, ...points.map(({ value }) => value))
  return limit !== null && limit > highest && limit <= highest * 3 ? limit : highest || 1
}

/** An SVG path through the points, which are in order: each value holds until the next is known, and none before the first. */
export function plotPath(points: readonly PlotPoint[], frame: PlotFrame): string {
  const [first, ...rest] = points.map((point) => place(point, frame))
  if (!first) return ''
  const steps = rest.length > 0 ? rest.map(([x, y]) => `H${x}V${y}`) : [`H${first[0]}`]
  return `M${first[0]} ${first[1]}${steps.join('')}`
}

/** A line of no length at a point. */
export function plotMark(point: PlotPoint, frame: PlotFrame): string {
  const [x, y] = place(point, frame)
  return `M${x} ${y}h0`
}

/** The same as the path, closed along the bottom. */
export function plotArea(points: readonly PlotPoint[], frame: PlotFrame): string {
  const [first] = points
  return first ? `${plotPath(points, frame)}V${frame.height}H${place(first, frame)[0]}Z` : ''
}

/** How far below the top a value is. */
export function plotHeight(value: number, { height, top }: PlotFrame): number {
  return round(height - (value / top) * height)
}

function place({ at, value }: PlotPoint, frame: PlotFrame): [number, number] {
  const { width, from, to } = frame
  return [round(to === from ? width : ((at - from) / (to - from)) * width), plotHeight(value, frame)]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
