import { describe, expect, it } from 'vitest'
import { readText } from './body'

const withBody = (body: BodyInit) => new Request('http://image/', { method: 'POST', body, duplex: 'half' } as RequestInit)

/** Sends a little, then the connection is cut. */
const cutBody = () =>
  new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from('{"na')),
    pull: (controller) => controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })),
  })

describe('the text of a request body', () => {
  it('is all of it, up to the limit and no further', async () => {
    expect(await readText(withBody('镜像'), 6)).toBe('镜像')
    await expect(readText(withBody('镜像'), 5)).rejects.toMatchObject({ kind: 'tooLarge' })
  })

  it('that is cut off is the failure of the client, not of the server', async () => {
    await expect(readText(withBody(cutBody()), 100)).rejects.toMatchObject({
      kind: 'badRequest',
      message: 'The client went away before all data had been received.',
      cause: { code: 'ECONNRESET' },
    })
  })
})
