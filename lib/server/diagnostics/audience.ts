import type { CheckResult } from '@/lib/contract/diagnostics'
import type { Check } from './check'
import { lookOnServer } from './finding'

/** For whom a run is: `anyone` has no token that Keystone accepts. */
export type Audience = 'anyone' | 'person' | 'administrator'

interface Generality {
  good: string
  bad: string
  cause: NonNullable<CheckResult['cause']>
}

const signIns: Generality = {
  good: 'The image service can check sign-ins with Keystone.',
  bad: 'The image service can’t check sign-ins with Keystone.',
  cause: 'serviceCannotCheckTokens',
}

/** What people other than administrators learn of the service's own checks; the others are not made for them. */
const generalities: Readonly<Record<string, Generality>> = {
  keystone: signIns,
  serviceAccount: signIns,
  validation: signIns,
  identityEndpoint: signIns,
  stores: {
    good: 'Images can be kept.',
    bad: 'The place where images are kept does not work.',
    cause: 'storeFailing',
  },
}

/** Causes that name another Keystone or its keys, which the caller can do nothing about. */
const inGeneral: Readonly<Partial<Record<NonNullable<CheckResult['cause']>, NonNullable<CheckResult['cause']>>>> = {
  otherKeystone: 'serviceCannotCheckTokens',
  fernetKeysDropped: 'tokenUnknown',
}

/** Causes that tell nothing of the configuration, and what it means for everybody. */
const toldOpenly: readonly CheckResult['cause'][] = ['keystoneDown']

/** The checks that are made for them. Without a sign-in only Keystone itself is looked at on the service's side. */
export function checksFor(audience: Audience, checks: readonly Check[]): Check[] {
  return checks.filter(({ name, about }) => {
    if (audience === 'administrator' || about === 'caller') return true
    return audience === 'person' ? name in generalities : name === 'keystone'
  })
}

/** A result in the words that are fit for them. `hidden` are addresses of the operator's configuration. */
export function toldTo(audience: Audience, result: CheckResult, about: Check['about'], hidden: readonly string[]): CheckResult {
  if (audience === 'administrator') return result
  const generality = about === 'service' ? generalities[result.name] : undefined
  if (generality) return general(result, generality)
  const cause = result.cause && inGeneral[result.cause]
  if (cause) return { ...result, cause, summary: 'Keystone does not know your token.', evidence: [], fix: undefined }
  const told = (text: string) =>
    hidden.reduce((left, address) => left.replaceAll(`(${address})`, address).replaceAll(address, '(not shown)'), text)
  const shown = result.fix?.lines.every((line) => told(line) === line)
  return {
    ...result,
    summary: told(result.summary),
    evidence: result.evidence.map(({ label, value }) => ({ label, value: told(value) })),
    fix: shown ? result.fix : undefined,
  }
}

function general({ name, status, milliseconds, ...found }: CheckResult, { good, bad, cause }: Generality): CheckResult {
  const common = { name, evidence: [], milliseconds }
  const open = toldOpenly.includes(found.cause) && { cause: found.cause, ...(found.certainty && { certainty: found.certainty }) }
  if (status === 'fail') return { ...common, status, summary: bad, cause, ...open, fix: lookOnServer }
  if (status === 'skipped')
    return { ...common, status, skipped: 'operatorsMatter', summary: 'Not checked: why is told to administrators.' }
  return { ...common, status: 'pass', summary: good }
}
