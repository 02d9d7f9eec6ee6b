import { describe, expect, it } from 'vitest'
import { type ExportFormat, exportImages } from './image-export'
import type { ImageView } from './image-view'

const image = (id: string, fields: Partial<ImageView> = {}) => ({ id, name: id, tags: ['b', 'a'], ...fields }) as ImageView

async function exported(format: ExportFormat, pages: ImageView[][], broken = false) {
  const file = { text: '', ended: '' }
  const seen: number[] = []
  const sink = {
    async write(text: string) {
      file.text += text
    },
    async close() {
      file.ended = 'closed'
    },
    async abort() {
      file.ended = 'aborted'
    },
  }
  async function* read() {
    yield* pages
    if (broken) throw new Error('gone')
  }
  const failure = await exportImages({ format, pages: read(), sink, onRows: (rows) => seen.push(rows) }).catch((error) => error)
  return { ...file, seen, failure }
}

describe('exportImages', () => {
  it('writes every page as one list of JSON', async () => {
    const images = [image('a'), image('b'), image('c')]
    const { text, seen, ended } = await exported('json', [images.slice(0, 2), images.slice(2), []])
    expect(JSON.parse(text)).toEqual(images)
    expect(seen).toEqual([2, 3, 3])
    expect(ended).toBe('closed')
  })
  it('writes an empty list', async () => expect(JSON.parse((await exported('json', [[]])).text)).toEqual([]))
  it('writes a line of CSV for each, with the own properties in one cell', async () => {
    const { text } = await exported('csv', [[image('a', { os_distro: 'debian', size: 5, name: 'x, "y"' })], [image('b')]])
    const [head, first, second, ...rest] = text.split('\r\n')
    expect(head).toMatch(/^\uFEFFid,name,.*,tags,stores,properties$/)
    expect(first).toContain('a,"x, ""y""",')
    expect(first).toMatch(/,b a,,"\{""os_distro"":""debian""\}"$/)
    expect(second).toMatch(/^b,b,/)
    expect(rest).toEqual([''])
  })
  it('leaves no half file', async () => {
    const { ended, failure } = await exported('csv', [[image('a')]], true)
    expect(ended).toBe('aborted')
    expect(failure).toEqual(new Error('gone'))
  })
})
