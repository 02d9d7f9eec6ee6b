import { describe, expect, it } from 'vitest'
import { csvCell, csvText } from './csv'

describe('csvCell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', ' =1'])('marks %j as text', (text) =>
    expect(csvCell(text)).toBe(`'${text}`),
  )
  it('marks what is quoted too', () => expect(csvCell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`))
  it('marks a formula on a later line', () => expect(csvCell('\n=1')).toBe('"\'\n=1"'))
  it('leaves numbers and other text alone', () => {
    expect(csvCell(5)).toBe('5')
    expect(csvCell(null)).toBe('')
    expect(csvCell('a=b')).toBe('a=b')
    expect(csvCell(' a')).toBe(' a')
  })
})

describe('csvText', () => {
  it('quotes what would end a cell', () => {
    expect(csvText([['a', 'b,c', 'd"e', 'f\ng', null, 4]])).toBe('a,"b,c","d""e","f\ng",,4\r\n')
  })
  it('writes every row on a line of its own', () => expect(csvText([['a'], ['b']])).toBe('a\r\nb\r\n'))
})
