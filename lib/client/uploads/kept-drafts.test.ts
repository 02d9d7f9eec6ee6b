import { describe, expect, it } from 'vitest'
import { draftOf } from './draft'
import { draftsFrom, draftsText, keptDraft, readyDrafts, withFile } from './kept-drafts'

const newDraft = async (chosen: ReturnType<typeof file>) => keptDraft(await draftOf(chosen, { target: null, containers: [] }))
const file = (text: string) => ({ file: new File([text], 'disk.raw', { lastModified: 1 }), handle: null })

describe('drafts that outlive a reload', () => {
  it('come back with what was filled in, and take their file again', async () => {
    const draft = await newDraft(file('the same bytes'))
    const edited = { ...draft, form: { ...draft.form, name: 'my own name' }, anyway: true }
    const [kept] = draftsFrom(draftsText([edited]))
    if (!kept) throw new Error('nothing was kept')
    expect(kept).toMatchObject({ form: edited.form, anyway: true, read: null })
    expect(readyDrafts([kept])).toEqual([])
    const again = await withFile(kept, file('the same bytes'))
    expect(again && readyDrafts([again])).toMatchObject([{ form: { name: 'my own name' }, anyway: true }])
  })
  it('refuse another file', async () => {
    const draft = await newDraft(file('the same bytes'))
    expect(await withFile(draft, file('other bytes!!!'))).toBeNull()
  })
  it('are none where the text is of something else', () => {
    for (const text of [null, '', 'no JSON', '{}', '[1,null,{"mark":{}}]']) expect(draftsFrom(text)).toEqual([])
  })
})
