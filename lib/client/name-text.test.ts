import { describe, expect, it } from 'vitest'
import { nameParts, nameText } from './name-text'

describe('a name in a sentence', () => {
  it.each([
    ['an override that turns an ending', 'cirros-\u202Egnp.exe', 'cirros-⟨U+202E⟩gnp.exe'],
    ['an isolate that is never closed', 'a\u2067b', 'a⟨U+2067⟩b'],
    ['a space without width', 'ubuntu\u200B-24.04', 'ubuntu⟨U+200B⟩-24.04'],
    ['a joiner between Latin letters', 'de\u200Dbian', 'de⟨U+200D⟩bian'],
    ['a filler that looks like nothing', '\u3164', '⟨U+3164⟩'],
    ['a tag character', 'a\u{E0041}', 'a⟨U+E0041⟩'],
    ['a control', 'a\u0000\nb', 'a⟨U+0000⟩⟨U+000A⟩b'],
    ['two joiners after each other', '👨\u200D\u200D👩', '👨\u200D⟨U+200D⟩👩'],
  ])('shows %s', (_, name, shown) => expect(nameText(name)).toBe(shown))

  it.each(['debian-13', 'Zürich', '镜像 1', 'образ', '👨‍👩‍👧', '❤️‍🔥', '1️⃣', 'क्‍ष', '葛\u{E0100}'])('leaves %s as it is', (name) =>
    expect(nameText(name)).toBe(name),
  )

  it.each(['תמונה', 'صورة 1', 'می\u200Cخواهم'])('isolates %s, and leaves what it needs', (name) =>
    expect(nameText(name)).toBe(`\u2068${name}\u2069`),
  )
})

it('tells the marks from the rest of a name', () =>
  expect(nameParts('a\u202Eb')).toEqual([
    { text: 'a', mark: false },
    { text: '⟨U+202E⟩', mark: true },
    { text: 'b', mark: false },
  ]))
