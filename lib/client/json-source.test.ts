import { describe, expect, it } from 'vitest'
import { JsonMisfit, readJson } from './json-source'

const text = `{
  "name": "x",
  "list": [
    1.5e3,
    { "a/b~c": null, "quoted \\"\\u00e9": true }
  ],
  "empty": {}
}`

function misfitOf(wrong: string) {
  try {
    return readJson(wrong).value
  } catch (error) {
    return error instanceof JsonMisfit ? [error.reason, error.found, error.line] : error
  }
}

describe('a JSON text', () => {
  it('says what JSON.parse reads in it', () => expect(readJson(text).value).toEqual(JSON.parse(text)))
  it('knows on which line things stand, or would', () => {
    const { lineOf } = readJson(text)
    expect(lineOf([])).toBe(1)
    expect(lineOf(['name'])).toBe(2)
    expect(lineOf(['list', 1, 'a/b~c'])).toBe(5)
    expect(lineOf(['list', 0, 'nothing'])).toBe(4)
  })
  it.each([
    ['{\n"a": 1,\n}', ['unexpected', '}', 3]],
    ['{"a": 1', ['end', '', 1]],
    ['{\n"a": 1,\n"a": 2}', ['repeated', 'a', 3]],
    ['[1] 2', ['unexpected', '2', 1]],
    ['[01]', ['unexpected', '0', 1]],
    ['{"a":\n"tab\there"}', ['unexpected', '"', 2]],
    ['[nil]', ['unexpected', 'n', 1]],
    ['', ['end', '', 1]],
    ["{'a': 1}", ['unexpected', "'", 1]],
  ])('that is none says what is wrong, and where: %s', (wrong, misfit) => expect(misfitOf(wrong)).toEqual(misfit))
  it('cannot change what every object has', () => {
    expect(Object.getPrototypeOf(readJson('{"__proto__": {"a": 1}}').value)).toBe(Object.prototype)
  })
})
