/** What was asked of a service, and what was answered, by the names of its fields. */
export interface Answer {
  asked: string
  fields: Record<string, string>
}

const uuid = /\b[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\b/g
const times = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?/g
const datadirs = /file:\/\/\/?[^\s"']*\/(?=[a-z0-9]+\/ID)/g

/** A value without what each service names as it likes: ids, times and folders; clients break long lines anywhere. */
export function plain(value: string): string {
  return value
    .replace(uuid, 'ID')
    .replace(/\s+/g, '')
    .replace(uuid, 'ID')
    .replace(times, 'TIME')
    .replace(datadirs, 'DATADIR/')
    .replace(/req-ID/g, 'ID')
}

/** What a client printed, by the names of its fields; of a list, each row is a field of the number that it has. */
export function fieldsOf(printed: string): Record<string, string> {
  try {
    return plainValues(flat(JSON.parse(printed)))
  } catch {
    return plainValues(tableFields(printed))
  }
}

function plainValues(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]))
}

function flat(value: unknown, prefix = ''): Record<string, string> {
  if (value === null || typeof value !== 'object') return { [prefix.slice(0, -1)]: String(value) }
  return Object.assign({}, ...Object.entries(value).map(([key, inner]) => flat(inner, `${prefix}${key}.`)))
}

function tableFields(printed: string): Record<string, string> {
  const lines = printed.split('\n').filter((line) => line.startsWith('|'))
  const rows = lines.map((line) => line.slice(1, -1).split(/(?<= )\|/))
  const [head = [], ...body] = rows.map((row) => row.map((cell) => cell.trim()))
  if (head[0] === 'Property' || head[0] === 'Attribute') return propertyFields(body)
  const listed = body.map((row) => row.join(' | ')).toSorted()
  return Object.fromEntries([['columns', head.join(' | ')], ...listed.map((row, index) => [`row ${index + 1}`, row])])
}

/** A line without a name goes on with the value before it. */
function propertyFields(rows: readonly string[][]): Record<string, string> {
  const fields: Record<string, string> = {}
  let last = ''
  for (const [name = '', value = ''] of rows) {
    last = name || last
    fields[last] = `${fields[last] ?? ''}${value}`
  }
  return fields
}
