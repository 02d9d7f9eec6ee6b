import { Disc3 } from 'lucide-react'
import { describe, expect, it } from 'vitest'
import { fitting } from './command'

const command = (label: string, hint?: string) => ({ id: label, label, hint, icon: Disc3, run: () => {} })
const groups = [
  { value: 'Pages', items: [command('Images'), command('Uploads')] },
  { value: 'Projects', items: [{ ...command('Copy the ID of project lab', '5f1c'), keywords: 'project id' }] },
  { value: 'Actions', items: [command('Theme: dark'), command('Theme: light', 'bright')] },
]
const labels = (text: string) => fitting(groups, text).map(({ items }) => items.map(({ label }) => label))

describe('the palette', () => {
  it('has everything where nothing is typed', () => expect(fitting(groups, ' ')).toEqual(groups))
  it('keeps what has every word, in any order', () => expect(labels('dark theme')).toEqual([['Theme: dark']]))
  it('reads hints too', () => expect(labels('BRIGHT')).toEqual([['Theme: light']]))
  it('finds by words that are not shown in this language', () => expect(labels('Project ID')).toHaveLength(1))
  it('is empty where nothing fits', () => expect(labels('nothing')).toEqual([]))
})
