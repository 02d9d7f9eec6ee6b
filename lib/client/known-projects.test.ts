import { describe, expect, it } from 'vitest'
import { projectNamed } from './known-projects'

const project = (id: string, name: string) => ({ id, name, domain: 'Default' })
const known = [project('1', 'web'), project('2', 'data'), project('3', 'data')]

describe('projectNamed', () => {
  it('finds a project by its name or id', () => {
    expect(projectNamed(' web ', known)).toEqual({ kind: 'known', project: known[0] })
    expect(projectNamed('3', known)).toEqual({ kind: 'known', project: known[2] })
  })
  it('does not choose between two of one name', () => expect(projectNamed('data', known)).toEqual({ kind: 'ambiguous' }))
  it('takes what it does not know for an id', () => expect(projectNamed('abc', known)).toEqual({ kind: 'id', id: 'abc' }))
  it('finds nothing in nothing', () => expect(projectNamed('  ', known)).toBeNull())
})
