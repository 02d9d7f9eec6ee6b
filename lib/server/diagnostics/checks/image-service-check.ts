import type { Check } from '../check'
import { fail, pass, Skipped, warn } from '../finding'
import { ProbeError, type Reply } from '../probe'

/** The image service of this configuration answers, and asks who is there. */
export const imageServiceCheck: Check = {
  name: 'imageService',
  about: 'caller',
  async run({ account, own, settings, facts }) {
    if (account === 'unknown')
      throw new Skipped('configurationUnknown', 'which service is meant is not known; name its configuration with --config-file')
    const reply = await answer(facts.refusal())
    if (reply instanceof ProbeError) {
      const fix = { text: 'Start it.', lines: ['systemctl start vitrine'] }
      return fail(`The image service does not answer: ${reply.message}.`, { address: own }, { cause: 'imageServiceDown', fix })
    }
    const evidence = { address: own, status: reply.status, 'asks for a token of': challengeOf(reply) }
    if (reply.status !== 200) return pass('The image service answers.', evidence)
    if (settings.DEFAULT.allow_anonymous_access) {
      return pass('The image service answers, also without a token, as allow_anonymous_access says.', evidence)
    }
    const fix = { text: 'Switch authentication on.', lines: ['[paste_deploy]', 'flavor = keystone'] }
    return warn('The image service answers requests without a token.', evidence, { cause: 'authenticationOff', fix })
  },
}

async function answer(reply: Promise<Reply>): Promise<Reply | ProbeError> {
  try {
    return await reply
  } catch (error) {
    if (error instanceof ProbeError) return error
    throw error
  }
}

/** Keystone's address as a 401 names it. */
export function challengeOf({ headers }: Reply): string | undefined {
  return /uri="?([^",]+)"?/.exec(headers['www-authenticate'] ?? '')?.[1]
}
