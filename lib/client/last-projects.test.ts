import { beforeEach, describe, expect, it, vi } from 'vitest'
import { rememberProject } from './last-projects'
import { lastProjects } from './remembered'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})

describe('rememberProject', () => {
  it('keeps one project for each person, the newest at the end', () => {
    rememberProject('alice', 'lab')
    rememberProject('bob', 'web')
    rememberProject('alice', 'web')
    expect(lastProjects.read()).toBe('bob web,alice web')
  })
  it('goes on from the one pair that older versions have kept', () => {
    lastProjects.write('alice lab')
    rememberProject('bob', 'web')
    expect(lastProjects.read()).toBe('alice lab,bob web')
  })
  it('forgets whoever was there longest ago', () => {
    for (let person = 0; person <= 20; person++) rememberProject(`user${person}`, 'lab')
    expect(lastProjects.read()?.split(',')).toHaveLength(20)
    expect(lastProjects.read()).toMatch(/^user1 lab,.*,user20 lab$/)
  })
})
