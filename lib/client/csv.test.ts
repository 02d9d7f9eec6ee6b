import { expect, it } from 'vitest'
import { csvText } from './csv'

it('quotes what would end a cell', () => {
  expect(csvText([['a', 'b,c', 'd"e', 'f\ng', null, 4]])).toBe('a,"b,c","d""e","f\ng",,4\r\n')
})
it('keeps a spreadsheet from running a cell', () => {
  expect(csvText([['=1+1', '+a', '-a', '@a', '\tb', -4]])).toBe("'=1+1,'+a,'-a,'@a,'\tb,-4\r\n")
})
it('writes every row on a line of its own', () => expect(csvText([['a'], ['b']])).toBe('a\r\nb\r\n'))
