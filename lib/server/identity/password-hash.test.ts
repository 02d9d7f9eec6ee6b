import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword } from './password-hash'

describe('password hashes', () => {
  it('fit their password only', async () => {
    const hash = await hashPassword('correct horse')
    expect(await isPassword('correct horse', hash)).toBe(true)
    expect(await isPassword('Correct horse', hash)).toBe(false)
  })
  it('differ for one password', async () => expect(await hashPassword('same')).not.toBe(await hashPassword('same')))
  it('name a memory-hard function and its cost', async () => expect(await hashPassword('x')).toMatch(/^scrypt\$16384\$8\$5\$/))
  it('are read with the cost that they were made with', async () => {
    const weaker = 'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$zqHLwQm3mXnyQqzykOJ3tdeIDNQwCYDCvwiC9MFh4yA'
    expect(await isPassword('password', weaker)).toBe(true)
  })
  it('take as long for nobody as for somebody', async () => {
    const time = async (hash: string | null) => {
      const started = performance.now()
      expect(await isPassword('wrong', hash)).toBe(false)
      return performance.now() - started
    }
    const hash = await hashPassword('right')
    let [somebody, nobody] = [await time(hash), await time(null)]
    // Whatever else the machine does only makes one of them longer.
    for (let again = 0; again < 10 && nobody <= somebody / 3; again += 1) {
      somebody = Math.min(somebody, await time(hash))
      nobody = Math.min(nobody, await time(null))
    }
    expect(nobody).toBeGreaterThan(somebody / 3)
  })
})
