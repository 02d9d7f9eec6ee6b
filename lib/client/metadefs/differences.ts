import { type JsonPath, pointerTo } from '../json-pointer'

/** A place in which two JSON values differ; null where one has nothing there. */
export interface Difference {
  /** RFC 6901. */
  path: string
  before: string | null
  after: string | null
}

/** Where two JSON values differ. The order of names does not matter. */
export function differencesBetween(before: unknown, after: unknown, path: JsonPath = []): Difference[] {
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((name) => differencesBetween(before[name], after[name], [...path, name]))
  }
  const [was, becomes] = [textOf(before), textOf(after)]
  return was === becomes ? [] : [{ path: pointerTo(path), before: was, after: becomes }]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
