import { describe, expect, it } from 'vitest'
import en from './messages/en.json'
import zh from './messages/zh.json'

type Tree = { [name: string]: string | Tree }

function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + name, value]] : flat(value, `${prefix}${name}.`),
  )
}

/** The names of a message's arguments, `{count, plural, …}` and `{name}` alike; what a plural says, `one {once}`, is none. */
function argumentsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<!(?:=\d|one|other) )\{(\w+)(?=[,}])/g)].map(([, name]) => name as string))].sort()
}

describe('messages', () => {
  it('say the same things in every language', () => {
    expect(flat(zh).map(([key]) => key)).toEqual(flat(en).map(([key]) => key))
  })
  it('take the same arguments in every language', () => {
    const chinese = new Map(flat(zh))
    const texts = flat(en).map(([key, text]) => [key, argumentsOf(text), argumentsOf(chinese.get(key) ?? '')] as const)
    expect(texts.filter(([, english, other]) => english.join() !== other.join())).toEqual([])
  })
})
