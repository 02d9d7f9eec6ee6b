import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keystoneMissing } from './keystone-server'
import { type ServiceWithKeystone, startServiceWithKeystone } from './service-with-keystone'

/** How long Keystone is away; a minute takes `OUTAGE_SECONDS=60`. */
const outageMs = Number(process.env.OUTAGE_SECONDS ?? 10) * 1000
/** The longest that the service may take to find out that Keystone is back. */
const recoveryMs = 10_000

interface Seen {
  who: string
  at: number
  tookMs: number
  status: number
  retryAfter: number
}

describe.skipIf(keystoneMissing)(`a real Keystone that is killed under load ${keystoneMissing ?? ''}`, () => {
  let service: ServiceWithKeystone
  let keystone: ServiceWithKeystone['keystone']
  beforeAll(async () => {
    service = await startServiceWithKeystone()
    keystone = service.keystone
  })
  afterAll(() => service.stop())

  const seen: Seen[] = []
  const during = (from: number, until: number, who: string) =>
    seen.filter((each) => each.who === who && each.at >= from && each.at + each.tookMs < until)
  const statuses = (answers: readonly Seen[]) => [...new Set(answers.map(({ status }) => status))].toSorted()

  async function ask(who: string, token: string | undefined, path = '/v2/images', init: RequestInit = {}): Promise<string> {
    const at = Date.now()
    const headers = { ...(token !== undefined && { 'x-auth-token': token }), ...init.headers }
    const answer = await fetch(`${service.app.url}${path}`, { ...init, headers })
    const body = await answer.text()
    const retryAfter = Number(answer.headers.get('retry-after') ?? Number.NaN)
    seen.push({ who, at, tookMs: Date.now() - at, status: answer.status, retryAfter })
    return body
  }

  /** An image with data, read back and deleted: what a user does, with a token that the service knows. */
  async function work(token: string) {
    const json = { 'content-type': 'application/json' }
    const fields = JSON.stringify({ name: 'work', disk_format: 'raw', container_format: 'bare' })
    const image = JSON.parse(await ask('known', token, '/v2/images', { method: 'POST', headers: json, body: fields }))
    const data = { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: 'the bytes of it' }
    await ask('known', token, image.file, data)
    expect(await ask('known', token, image.file)).toBe('the bytes of it')
    await ask('known', token, image.self, { method: 'DELETE' })
  }

  /** Repeats with several at once until told to end. */
  function load(atOnce: number, ended: AbortSignal, action: (turn: number) => Promise<unknown>): Promise<unknown> {
    let turn = 0
    const one = async () => {
      while (!ended.aborted) {
        turn += 1
        await action(turn)
        await sleep(20)
      }
    }
    return Promise.all(Array.from({ length: atOnce }, one))
  }

  it(
    `${outageMs / 1000} s: who is known goes on, others get 503 and never 401, and it recovers by itself`,
    async () => {
      const [member, reader, stranger] = [
        await keystone.token('member'),
        await keystone.token('reader'),
        await keystone.token('admin'),
      ]
      for (const token of [member, reader]) await ask('known', token)
      const end = new AbortController()
      const running = Promise.all([
        load(2, end.signal, () => work(member)),
        load(2, end.signal, () => ask('known', reader)),
        load(1, end.signal, () => ask('nobody', undefined)),
      ])
      await sleep(500)
      await keystone.kill()
      const killed = Date.now()
      const others = Promise.all([
        load(4, end.signal, () => ask('stranger', stranger)),
        load(2, end.signal, (turn) => ask('bad', `bad-${turn}`)),
      ])
      await sleep(outageMs)
      const back = Date.now()
      await keystone.restart()
      await expect
        .poll(() => statuses(seen.slice(-40).filter(({ who }) => who === 'stranger')), { timeout: recoveryMs })
        .toEqual([200])
      const recovered = Date.now()
      await sleep(1000)
      end.abort()
      await Promise.all([running, others])

      const away = ['stranger', 'bad'].flatMap((who) => during(killed, back, who))
      expect(away.length).toBeGreaterThan(outageMs / 200)
      expect(statuses(away)).toEqual([503])
      expect(away.every(({ retryAfter }) => retryAfter >= 1)).toBe(true)
      expect(Math.max(...away.map(({ tookMs }) => tookMs))).toBeLessThan(5000)
      const whole = [0, Number.POSITIVE_INFINITY] as const
      expect(statuses(during(killed, back, 'known'))).toEqual([200, 201, 204])
      expect(statuses(during(...whole, 'known'))).toEqual([200, 201, 204])
      expect(statuses(during(...whole, 'nobody'))).toEqual([401])
      expect(statuses(during(...whole, 'stranger'))).toEqual([200, 503])
      expect(statuses(during(recovered, Number.POSITIVE_INFINITY, 'stranger'))).toEqual([200])
      expect(statuses(during(recovered, Number.POSITIVE_INFINITY, 'bad'))).toEqual([401])
    },
    outageMs + 60_000,
  )

  it('answers whose validation was under way when Keystone died are not 401 either', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => keystone.token('member')))
    const asked = tokens.map((token) => ask('caught', token))
    await Promise.race(asked)
    await keystone.kill()
    await Promise.all(asked)
    const caught = seen.filter(({ who }) => who === 'caught')
    expect(caught).toHaveLength(20)
    expect(caught.every(({ status }) => status === 200 || status === 503)).toBe(true)
    await keystone.restart()
    await expect.poll(async () => ask('again', tokens[0]).then(() => seen.at(-1)?.status), { timeout: recoveryMs }).toBe(200)
  }, 60_000)
})
