import { describe, expect, it } from 'vitest'
import { checkDefinitions } from './definition-check'

const misfits = (text: string) =>
  checkDefinitions(text).misfits.map(({ path, line, reason, value }) => [path, line, reason, value])

describe('a text of definitions', () => {
  it('is one namespace or several, with what only the service writes passed over', () => {
    expect(checkDefinitions('{"namespace": "A", "self": "/v2/x", "created_at": "x"}').definitions).toEqual([{ namespace: 'A' }])
    expect(checkDefinitions('[{"namespace": "A"}, {"namespace": "B"}]').definitions).toHaveLength(2)
  })
  it('says where it is no JSON', () => expect(misfits('{\n"namespace" "A"}')).toEqual([[null, 2, 'unexpected', '"']]))
  it('says by path and line what does not fit', () => {
    const text = `[{
  "namespace": "A",
  "visibility": "shared",
  "colour": 1,
  "properties": {
    "hw/bus": {
      "type": "string",
      "minLength": -1
    },
    "cores": { "title": "Cores", "type": "numeral", "maximum": "8" },
    "${'x'.repeat(81)}": { "title": "", "type": "string" }
  }
}]`
    expect(misfits(text)).toEqual([
      ['/0/visibility', 3, 'choice', 'public, private'],
      ['/0/properties/hw~1bus/title', 6, 'missing', 'string'],
      ['/0/properties/hw~1bus/minLength', 8, 'least', '0'],
      ['/0/properties/cores/type', 10, 'choice', 'array, boolean, integer, number, object, string, null'],
      ['/0/properties/cores/maximum', 10, 'type', 'number'],
      [`/0/properties/${'x'.repeat(81)}`, 11, 'long', '80'],
      ['/0/colour', 4, 'unknown', 'colour'],
    ])
  })
  it('names what comes twice', () => {
    const text = '{"namespace": "A", "tags": [{"name": "x"}, {"name": "x"}], "objects": [{"name": "o", "required": ["a", "a"]}]}'
    expect(misfits(text)).toEqual([['/objects/0/required', 1, 'repeated', '']])
    expect(misfits('{"namespace": "A", "tags": [{"name": "x"},\n{"name": "x"}]}')).toEqual([['/tags/1/name', 2, 'repeated', 'x']])
    expect(misfits('["A"]')).toEqual([['/0', 1, 'type', 'object']])
  })
})
