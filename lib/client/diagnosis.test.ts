import { afterEach, describe, expect, it, vi } from 'vitest'
import { clockOf, diagnose } from './diagnosis'

const date = 'Mon, 23 Nov 2026 04:30:00 GMT'
const later = (seconds: number) => Date.parse(date) + seconds * 1000

it('finds nothing in a clock that is some seconds off', () => expect(clockOf(date, later(20))?.status).toBe('pass'))
it('warns of a clock that is minutes off', () =>
  expect(clockOf(date, later(-90))).toMatchObject({ status: 'warn', evidence: [{ value: '-90 s' }] }))
it('says nothing where the server tells no time', () => expect(clockOf(null)).toBeNull())
it('fails a clock by which tokens and certificates are wrong', () =>
  expect(clockOf(date, later(400))).toMatchObject({ status: 'fail', cause: 'browserClockSkew' }))

describe('the verdict', () => {
  afterEach(() => vi.unstubAllGlobals())

  /** What comes of a run whose server says that, while this computer is so many seconds ahead. */
  async function verdictOf(seconds: number, ...lines: object[]) {
    const headers = { date: new Date(Date.now() - seconds * 1000).toUTCString() }
    vi.stubGlobal(
      'fetch',
      async () =>
        new Response(
          lines
            .map((line) => JSON.stringify(line))
            .join('\n')
            .concat('\n'),
          { headers },
        ),
    )
    const run = diagnose({ signal: new AbortController().signal })
    let verdict = null
    for await (const found of run) verdict = found.verdict
    return verdict
  }
  const fine = { cause: null, who: 'nobody', sentence: 'Everything works.', certainty: 'certain' }
  const failed = { name: 'stores', status: 'fail', cause: 'storeFailing', summary: '', evidence: [], milliseconds: 1 }
  const storeFailing = { cause: 'storeFailing', who: 'operator', sentence: 'The stores fail.', certainty: 'certain' }
  const elsewhere = { cause: 'endpointOfAnother', who: 'operator', sentence: 'It leads elsewhere.', certainty: 'certain' }

  it('is the server’s where the clocks agree', async () => expect(await verdictOf(1, fine)).toEqual(fine))
  it.each([90, 400])('is the clock of this computer where nothing else is wrong, %i s off', async (seconds) =>
    expect(await verdictOf(seconds, fine)).toMatchObject({ cause: 'browserClockSkew', who: 'you' }),
  )
  it('is what fails on the server before the clock', async () =>
    expect(await verdictOf(400, failed, storeFailing)).toEqual(storeFailing))
  it('is a clock that fails before what only needs a look there', async () => {
    expect(await verdictOf(400, elsewhere)).toMatchObject({ cause: 'browserClockSkew' })
    expect(await verdictOf(90, elsewhere)).toEqual(elsewhere)
  })
})
