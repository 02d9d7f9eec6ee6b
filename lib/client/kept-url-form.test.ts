import { describe, expect, it } from 'vitest'
import { emptyUrlForm, urlFormFits, urlFormFrom, urlFormText, withAddress } from './kept-url-form'

const filled = { uri: 'https://images/debian.vmdk', image: { ...emptyUrlForm.image, name: 'my own', tags: ['a'], minDisk: 4 } }

describe('the form of an address', () => {
  it('comes back as it was kept', () => expect(urlFormFrom(urlFormText(filled))).toEqual(filled))
  it('keeps a number that was left out as one', () => {
    const kept = urlFormFrom(urlFormText({ ...filled, image: { ...filled.image, minDisk: Number.NaN } }))
    expect(kept.image.minDisk).toBeNaN()
    expect(urlFormFits(kept)).toEqual({ uri: true, name: true, minDisk: false })
  })
  it('is empty where the text is of something else', () => {
    for (const text of [null, '', 'no JSON', 'null', '[]', '{"uri":1}', '{"uri":"","image":{}}'])
      expect(urlFormFrom(text)).toEqual(emptyUrlForm)
  })
  it('names the image after the address, unless the person has', () => {
    const named = withAddress(emptyUrlForm, 'https://images/debian-13.vmdk')
    expect(named.image).toMatchObject({ name: 'debian-13', diskFormat: 'vmdk' })
    expect(withAddress(named, 'https://images/rocky-9.qcow2').image).toMatchObject({ name: 'rocky-9', diskFormat: 'qcow2' })
    expect(withAddress(filled, 'https://images/rocky-9.qcow2').image.name).toBe('my own')
  })
})
