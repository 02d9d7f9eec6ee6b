import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ownDefinitions } from '@/lib/server/metadefs/own-definitions'
import { definitionText, definitionTexts } from './definition-texts'

const chinese = await definitionTexts('zh')
const shipped = new Set(
  ownDefinitions().flatMap(({ display_name, description, properties = {}, objects = [] }) => [
    ...[display_name, description],
    ...[properties, ...objects.map((object) => object.properties ?? {})]
      .flatMap((schemas) => Object.values(schemas))
      .flatMap((schema) => [schema.title, schema.description]),
    ...objects.map((object) => object.description),
  ]),
)
const texts = [...shipped].filter((text) => text !== undefined)

describe('the Chinese texts of Vitrine’s own definitions', () => {
  it('are one for each text, and none that nothing says', () => {
    expect(Object.keys(chinese).sort()).toEqual(texts.sort())
    const lines = readFileSync(new URL('./definition-texts.zh.json', import.meta.url), 'utf8').match(/^ {2}"/gm)
    expect(lines).toHaveLength(texts.length)
  })
  it('are Chinese but for what only machines and brands are called', () => {
    const names = Object.entries(chinese).filter(([, text]) => !/\p{Script=Han}/u.test(text))
    expect(names.filter(([english, text]) => english !== text || !/^([A-Z0-9_]+|VMware)$/.test(text))).toEqual([])
  })
  it('are sentences where the English ones are', () => {
    expect(Object.entries(chinese).filter(([english, text]) => english.endsWith('.') !== text.endsWith('。'))).toEqual([])
  })
  it('keep the values that machines read', () => {
    const values = /`[^`]+`|\b\w+(?<=[a-z\d])[_:]\w+|[<>]=|\d\w*(\.\d+)*/g
    const lost = Object.entries(chinese).filter(([english, text]) =>
      (english.match(values) ?? []).some((value) => !text.includes(value)),
    )
    expect(lost.map(([english]) => english)).toEqual([])
  })
})

describe('the text of a definition', () => {
  const say = definitionText(chinese)
  it('is translated where Vitrine ships exactly that', () => expect(say('Disk bus')).toBe('磁盘总线'))
  it.each(['Disk bus of ours', 'disk bus', '', 'constructor'])('stays as somebody wrote it: %j', (text) =>
    expect(say(text)).toBe(text),
  )
  it('is English without texts of another language', async () => {
    expect(definitionText()('Disk bus')).toBe('Disk bus')
    expect(await definitionTexts('en')).toEqual({})
  })
})
