import type { Logger } from 'pino'
import type { Config } from '../config'
import { createPolicy, type Policy } from './policy'
import { createPolicyMatrix, type PolicyMatrix } from './policy-matrix'
import { policyPlaces } from './policy-places'
import { openRuleBook } from './rule-book'
import { readDefaults } from './rule-set'

export interface StartedPolicy {
  policy: Policy
  matrix: PolicyMatrix
}

/** The policies as `[oslo_policy]` and its files say. Throws ConfigError with file, line and rule. */
export function openPolicy(
  { oslo_policy: settings, configFiles }: Pick<Config, 'oslo_policy' | 'configFiles'>,
  log: Logger,
): StartedPolicy {
  const { policy_default_rule: defaultRule, enforce_scope: enforceScope } = settings
  const places = policyPlaces(settings.policy_file, settings.policy_dirs, configFiles)
  const book = openRuleBook({ places, defaults: readDefaults(settings.enforce_new_defaults), defaultRule, log })
  const policy = createPolicy(book, { defaultRule, enforceScope })
  return { policy, matrix: createPolicyMatrix({ policy, book, enforceScope }) }
}

/** The same, for who asks for nothing but decisions. */
export function startPolicy(config: Pick<Config, 'oslo_policy' | 'configFiles'>, log: Logger): Policy {
  return openPolicy(config, log).policy
}

const followEveryMs = 500

/** Has changes of the files noticed, and their errors logged, also while nobody asks; answers what ends that. */
export function followPolicyFiles(policy: Pick<Policy, 'rules'>): () => void {
  const timer = setInterval(() => policy.rules(), followEveryMs).unref()
  return () => clearInterval(timer)
}
