import { describe, expect, it } from 'vitest'
import en from './messages/en.json'
import zh from './messages/zh.json'
import definitionTexts from './metadefs/definition-texts.zh.json'
import serverWords from './server-words.zh.json'

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

/** One word for one thing: what else it could be called, and where that word may stand all the same. */
const otherWords: readonly [RegExp, string][] = [
  [/凭据/, '凭证'],
  [/账户/, '账号'],
  [/云服务器/, '云主机'],
  [/仪表[板盘]/, '控制台'],
  [/卡住/, '停滞'],
  [/拥有者/, '所有者'],
  [/任意(状态|可见性|操作|结果|资源类型)/, '所有…'],
]

describe('Chinese', () => {
  const english = new Map(flat(en))
  const texts = [...flat(zh), ...flat(serverWords), ...flat(definitionTexts)]
  it.each(otherWords)('says %s by its one word, %s', (other) => {
    expect(texts.filter(([, text]) => other.test(text))).toEqual([])
  })
  it('keeps 停用 for images that are deactivated', () => {
    const deactivated = (key: string) => /deactivat/i.test(english.get(key) ?? key)
    expect(texts.filter(([key, text]) => text.includes('停用') && !deactivated(key))).toEqual([])
  })
  it('has brackets and commas of its own, and no gap before a per cent sign', () => {
    const foreign = /[\p{sc=Han}}] ?[(,]|[),]\p{sc=Han}|\d %/u
    expect(texts.filter(([, text]) => foreign.test(text))).toEqual([])
  })
})
