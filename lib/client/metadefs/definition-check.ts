import { NamespaceDefinition } from '@/lib/contract/metadefs'
import { type JsonPath, pointerTo } from '../json-pointer'
import { JsonMisfit, type JsonSource, readJson } from '../json-source'

/** What of a text is no definition: where, and in which way. */
export interface DefinitionMisfit {
  /** RFC 6901; null where the text is not even JSON. */
  path: string | null
  line: number
  reason:
    | ('end' | 'unexpected' | 'repeated')
    | ('unknown' | 'missing' | 'type' | 'choice' | 'least' | 'long' | 'empty' | 'comma' | 'unstorable' | 'other')
  /** What is expected, found, or at most allowed; empty where nothing more is to say. */
  value: string
}

export interface CheckedDefinitions {
  definitions: NamespaceDefinition[]
  misfits: DefinitionMisfit[]
}

/** Reads one namespace, or a list of several, in Glance's JSON format. */
export function checkDefinitions(text: string): CheckedDefinitions {
  try {
    return checked(readJson(text))
  } catch (error) {
    if (!(error instanceof JsonMisfit)) throw error
    const { reason, found, line } = error
    return { definitions: [], misfits: [{ path: null, line, reason, value: found }] }
  }
}

function checked(source: JsonSource): CheckedDefinitions {
  const list = Array.isArray(source.value)
  const found = (list ? (source.value as unknown[]) : [source.value]).map((value, index) =>
    checkOne(value, { source, path: list ? [index] : [] }),
  )
  return { definitions: found.flatMap(({ definitions }) => definitions), misfits: found.flatMap(({ misfits }) => misfits) }
}

interface Place {
  source: JsonSource
  path: JsonPath
}

/** What only the service writes, and a definition that was read from the API has. */
const writtenByService = ['self', 'schema', 'created_at', 'updated_at']

function checkOne(value: unknown, { source, path }: Place): CheckedDefinitions {
  const given =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([name]) => !writtenByService.includes(name)))
      : value
  const parsed = NamespaceDefinition.safeParse(given)
  const misfit = (at: JsonPath, said: Said): DefinitionMisfit => {
    const whole = [...path, ...at]
    return { path: pointerTo(whole), line: source.lineOf(whole), ...said }
  }
  if (!parsed.success) {
    const misfits = parsed.error.issues.flatMap((issue) => sayings(issue, given).map(({ at, ...said }) => misfit(at, said)))
    return { definitions: [], misfits }
  }
  const repeated = repeatedNames(parsed.data).map(({ at, name }) => misfit(at, { reason: 'repeated', value: name }))
  return { definitions: [parsed.data], misfits: repeated }
}

type Issue = NonNullable<ReturnType<typeof NamespaceDefinition.safeParse>['error']>['issues'][number]
type Said = Pick<DefinitionMisfit, 'reason' | 'value'>

/** What is wrong, in words of ours that can be said in every language. */
function sayings(issue: Issue, given: unknown): (Said & { at: JsonPath })[] {
  const at = issue.path
  const missing = valueAt(given, at) === undefined
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ at: [...at, key], reason: 'unknown', value: key }))
    case 'invalid_type':
      return [{ at, reason: missing ? 'missing' : 'type', value: issue.expected }]
    case 'invalid_value':
      return [{ at, reason: missing ? 'missing' : 'choice', value: issue.values.map(String).join(', ') }]
    case 'too_small':
      return [{ at, reason: 'least', value: String(issue.minimum) }]
    case 'invalid_key':
      return issue.issues.flatMap((inner) => sayings(inner as Issue, given).map((said) => ({ ...said, at })))
    case 'custom':
      return [{ at, ...ruleSaying(issue.params ?? {}, issue.message) }]
    default:
      return [{ at, reason: 'other', value: issue.message }]
  }
}

/** The rules of the contract name themselves. */
function ruleSaying({ misfit, most }: Record<string, unknown>, message: string): Said {
  const known = (['long', 'empty', 'comma', 'repeated', 'unstorable'] as const).find((reason) => reason === misfit)
  return known ? { reason: known, value: most === undefined ? '' : String(most) } : { reason: 'other', value: message }
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step], value)
}

/** A list of parts that names one twice would be refused half-way. */
function repeatedNames(definition: NamespaceDefinition): { at: JsonPath; name: string }[] {
  return (['resource_type_associations', 'objects', 'tags'] as const).flatMap((list) => {
    const names = (definition[list] ?? []).map(({ name }) => name)
    return names.flatMap((name, index) => (names.indexOf(name) < index ? [{ at: [list, index, 'name'], name }] : []))
  })
}
