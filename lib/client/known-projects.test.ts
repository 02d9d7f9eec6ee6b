import { describe, expect, it } from 'vitest'
import { projectNamed } from './known-projects'

const project = (id: string, name: string) => ({ id, name, domain: 'Default' })
const projects = [project('1', 'web'), project('2', 'data'), project('3', 'data')]
const known = { projects, complete: false }
const id = '0123456789abcdef0123456789ABCDEF'

describe('projectNamed', () => {
  it('finds a project by its name or id', () => {
    expect(projectNamed(' web ', known)).toEqual({ kind: 'known', project: projects[0] })
    expect(projectNamed('3', known)).toEqual({ kind: 'known', project: projects[2] })
  })
  it('does not choose between two of one name', () => expect(projectNamed('data', known)).toEqual({ kind: 'ambiguous' }))
  it('takes for an id only what looks like one', () => {
    const uuid = '01234567-89ab-cdef-0123-456789abcdef'
    for (const given of [id, uuid]) expect(projectNamed(given, known)).toEqual({ kind: 'id', id: given })
    for (const given of ['webb', id.slice(1), `${id}0`, uuid.replace('-', '')])
      expect(projectNamed(given, known)).toEqual({ kind: 'unknown' })
  })
  it('knows that there is no other where all are known', () => {
    for (const given of ['webb', id]) expect(projectNamed(given, { projects, complete: true })).toEqual({ kind: 'absent' })
    expect(projectNamed('web', { projects, complete: true })).toEqual({ kind: 'known', project: projects[0] })
  })
  it('finds nothing in nothing', () => expect(projectNamed('  ', known)).toBeNull())
})
