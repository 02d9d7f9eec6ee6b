import type { Logger } from 'pino'
import { ConfigError } from '../config-file'
import type { BookState } from './book-state'
import { readPolicyFile } from './policy-file'
import { type PolicyPlaces, presentFiles, stateOf } from './policy-places'
import { doubtsAbout, mergeRules, type Rule, type RuleSet } from './rule-set'

/** The rules in force, which follow the operator's files. */
export interface RuleBook {
  /** Looks at most once a second whether the files have changed; files that cannot be used leave everything as it was. */
  current(): RuleSet
  /** Whether there is a rule of that name. One that there is stays: files without it are refused from then on. */
  pin(name: string): boolean
  /** Which files are in force, since when, and why newer ones are not. */
  state(): BookState
}

export interface RuleSources {
  places: PolicyPlaces
  defaults: readonly Rule[]
  /** What answers for a rule that there is not. */
  defaultRule: string
  log: Pick<Logger, 'info' | 'warn' | 'error'>
}

const lookEveryMs = 1000
/** A file that was written a moment ago may not be complete. */
const settlingMs = 250

/** Reads the policy files. Throws ConfigError with file, line and rule. */
export function openRuleBook(sources: RuleSources): RuleBook {
  const { places, log } = sources
  const pinned = new Set<string>()
  let seen = lookAt(places)
  let mainFile = seen.file
  let rules = read()
  let nextLook = Date.now() + lookEveryMs
  let complaint = ''
  let loadedAt = new Date()
  let inForce = seen.files

  function read(): RuleSet {
    if (seen.file === undefined && (places.named || mainFile))
      throw new ConfigError(`the policy file ${mainFile ?? places.files.join(' or ')} is not there`)
    const merged = readRules(seen.files, sources)
    const missing = [...pinned].filter((name) => !merged.has(name))
    if (missing.length > 0) throw new ConfigError(`the property protections need the rules ${missing.join(', ')}, which are gone`)
    mainFile = seen.file
    return merged
  }

  function follow(now: number) {
    nextLook = now + lookEveryMs
    const state = lookAt(places)
    if (state.mark === seen.mark) return
    const isSettled = Math.abs(now - state.changedAt) >= settlingMs
    if (!isSettled) {
      nextLook = now + settlingMs
      return
    }
    seen = state
    rules = read()
    loadedAt = new Date(now)
    inForce = seen.files
    log.info('the policy files have changed, and their rules are in force')
  }

  return {
    current() {
      const now = Date.now()
      if (now < nextLook) return rules
      try {
        follow(now)
        complaint = ''
      } catch (error) {
        const { message } = error as Error
        if (message !== complaint) log.error(`${message}; the policies stay as they were`)
        complaint = message
      }
      return rules
    },
    pin(name) {
      if (!rules.has(name)) return false
      pinned.add(name)
      return true
    },
    state: () => ({ files: inForce, loadedAt, complaint }),
  }
}

function readRules(files: readonly string[], { defaults, defaultRule, log }: RuleSources): RuleSet {
  const own = files.flatMap(readPolicyFile)
  const rules = mergeRules(defaults, own, defaultRule)
  for (const doubt of doubtsAbout(own, rules, defaultRule)) log.warn(doubt)
  return rules
}

function lookAt(places: PolicyPlaces) {
  const { file, others } = presentFiles(places)
  const files = file === undefined ? others : [file, ...others]
  return { file, files, ...stateOf(files) }
}
