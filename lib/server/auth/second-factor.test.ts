import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '@/testing/test-server'
import { openChallenge, sealChallenge } from './second-factor'
import { sessionToken } from './session'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

it('seals a receipt for this server alone, and never as a session', async () => {
  const sealed = await sealChallenge({ receipt: 'the-receipt', userId: 'ada' })
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('the-receipt')
  expect(await openChallenge(sealed)).toMatchObject({ receipt: 'the-receipt', userId: 'ada' })
  const headers = { cookie: `next-auth.session-token=${sealed}` }
  expect(await sessionToken(new Request('http://cloud.example/v2/images', { headers }))).toBeNull()
  await expect(openChallenge(`${sealed}x`)).rejects.toMatchObject({ reason: 'passcodeTooLate' })
})
