import type { Check } from '../check'
import { discover } from '../facts'
import { fail, pass, Skipped, warn } from '../finding'
import { nodeClocks } from '../node-clocks'
import type { Reply } from '../probe'
import type { Subject } from '../subject'

const suspiciousMs = 60_000
const fatalMs = 300_000
const rounds = 4

/** The clocks of Keystone and of the image service agree; tokens expire by both. */
export const clockCheck: Check = {
  name: 'clocks',
  about: 'caller',
  async run(subject) {
    const keystone = await keystoneOffset(subject)
    if (keystone === null) throw new Skipped('keystoneTimeless', 'Keystone did not tell its time')
    const image = subject.ownRuns ? 0 : await imageOffset(subject)
    const apart = (image ?? 0) - keystone
    const evidence = {
      'Keystone, against here': inSeconds(keystone),
      'image service, against here': image === null ? undefined : inSeconds(image),
      'image service, against Keystone': inSeconds(apart),
    }
    if (Math.abs(apart) < suspiciousMs) return pass('The clocks agree.', evidence)
    const nodes = nodeClocks(await severalAnswers(subject), 'Keystone answers', evidence)
    if (nodes) return nodes
    const fix = { text: 'Set the clocks by the same source.', lines: ['timedatectl set-ntp true', 'chronyc makestep'] }
    const summary = `The clock of the image service is ${Math.round(Math.abs(apart) / 1000)} s ${apart > 0 ? 'ahead' : 'behind'}.`
    const reasons = { cause: 'clockSkew', fix } as const
    return Math.abs(apart) < fatalMs ? warn(summary, evidence, reasons) : fail(summary, evidence, reasons)
  },
}

/** Enough to meet another of Keystone's nodes. */
async function severalAnswers({ probe, keystone }: Subject): Promise<Reply[]> {
  const replies: Reply[] = []
  for (let round = 0; round < rounds; round += 1) {
    const reply = await discover(probe, keystone).catch(() => null)
    if (reply) replies.push(reply)
  }
  return replies
}

/** How far Keystone's clock is ahead of ours: by its answers, else by a token that it made a moment ago. */
async function keystoneOffset({ facts }: Subject): Promise<number | null> {
  const discovery = await facts.discovery().catch(() => null)
  const signedIn = await facts.signIn()
  const byCaller = discovery?.clockOffsetMs ?? signedIn.clockOffsetMs
  if (byCaller !== null && byCaller !== undefined) return byCaller
  const service = await facts.service().catch(() => null)
  return service?.outcome === 'loggedIn' ? service.clockOffsetMs : null
}

async function imageOffset({ facts }: Subject): Promise<number | null> {
  const reply = await facts.refusal().catch(() => null)
  return reply?.clockOffsetMs ?? null
}

function inSeconds(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return `${seconds > 0 ? '+' : ''}${seconds} s`
}
