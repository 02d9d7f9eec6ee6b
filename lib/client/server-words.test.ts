import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chineseWords, createServerWords } from './server-words'
import sentences from './server-words.zh.json'

/** The server's source, where every expression that it puts into a sentence is `{}`. */
const source = ['app', 'lib/server']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
  .replace(/\$(\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})/g, '{}')
const namesIn = (text: string): string[] => text.match(/\{\w+\}/g) ?? []

describe('the Chinese for sentences of the server', () => {
  it('is for those that it says', () => {
    const anonymous = (english: string) => english.replace(/\{\w+\}/g, '{}')
    expect(Object.keys(sentences).filter((english) => !source.includes(anonymous(english)))).toEqual([])
  })
  it('puts in nothing that the English one has not', () => {
    const foreign = Object.entries(sentences).filter(([english, words]) =>
      namesIn(words).some((name) => !namesIn(english).includes(name)),
    )
    expect(foreign).toEqual([])
  })
  it('is found by what every sentence looks like', () => {
    const unsaid = Object.keys(sentences).filter((english) => chineseWords(english.replace(/[{}]/g, '')) === undefined)
    expect(unsaid).toEqual([])
  })
  it.each([
    ['Stored 12 MiB in fast', '已向 fast 写入 12 MiB'],
    ['The image 1 is queued: it takes no data.', '镜像 1 的状态为queued，不接收数据。'],
    ['The policy add_image does not allow you to do this: it asks for role:member.', '策略 add_image 不允许此操作。'],
    [
      'The URI http://[::1]/ does not pass filtering: the port 81 is not allowed.',
      'URI http://[::1]/ 未通过过滤：不允许端口 81。',
    ],
    [
      'The URI http://10.0.0.1:81/ does not pass filtering: the port 81 is not allowed, and 10.0.0.1 is not an address of the public internet.',
      'URI http://10.0.0.1:81/ 未通过过滤：不允许端口 81，10.0.0.1 不是公网地址。',
    ],
    [
      'nowhere.invalid cannot be fetched from: the host name cannot be resolved (ENOTFOUND).',
      '无法从 nowhere.invalid 获取：无法解析主机名（ENOTFOUND）。',
    ],
    ['Something that nobody has put into Chinese.', undefined],
  ])('%s', (english, words) => expect(chineseWords(english)).toBe(words))
})

describe('a sentence that names words of the API', () => {
  const term = (kind: string, word: string) => `<${kind} ${word}>`
  it.each([
    [
      'The image 1 is queued: only one that is active or deactivated can be deactivated.',
      '镜像 1 的状态为<status queued>，只有状态为<status active>或<status deactivated>的镜像才能变为<status deactivated>。',
    ],
    [
      'The image 1 is public: only a shared image has members to see or to change.',
      '镜像 1 的可见性为<visibility public>：只有共享镜像才有成员项目可供查看或更改。',
    ],
    ['An image can have 2 tags at most, this would make 3.', '镜像最多可有 2 个<metadefs.kindMany tags>，这样会达到 3 个。'],
  ])('says them as the page does: %s', (english, words) => expect(chineseWords(english, term)).toBe(words))
  it('names no status beside them', () => {
    const bare = Object.values(sentences).filter((words) => /\b(queued|active|deactivated)\b/.test(words.replace(/（\w+）/g, '')))
    expect(bare).toEqual([])
  })
})

describe('words for sentences', () => {
  const say = createServerWords({
    '{a} is {b}.': '{b}:{a}',
    '{a} is {b}, not {c}.': '{c}:{b}:{a}',
    '{a} or {a}': '{a}',
    dog: 'Hund',
  })
  it('say what stands in them, too', () => expect(say('dog is big.')).toBe('big:Hund'))
  it('are those of the longest sentence that fits', () => expect(say('It is big, not small.')).toBe('small:big:It'))
  it('want the same where a name comes again', () => {
    expect(say('x or x')).toBe('x')
    expect(say('x or y')).toBeUndefined()
  })
  it('are none for anything else', () => expect(say('A dog')).toBeUndefined())
})
