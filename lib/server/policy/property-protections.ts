import { ConfigError } from '../config-file'
import type { Settings } from '../config-options'
import type { Context } from '../context'
import type { Policy } from './policy'
import { type PropertyOperation, type ProtectionWords, propertyOperations, readProtectionFile } from './protection-file'

/** Whether a caller may do this to the custom property of that name. */
export type PropertyProtections = (ctx: Context, operation: PropertyOperation, name: string) => boolean

type Protected = Pick<Settings['DEFAULT'], 'property_protection_file' | 'property_protection_rule_format'>
type Rule = (ctx: Context) => boolean

/**
 * Reads the property protections that are configured; without a file all is allowed. The first section whose pattern is
 * found in a name decides, and a property that is in no section is nobody's. Throws ConfigError with file and line.
 */
export function createPropertyProtections(settings: Protected, policy: Policy): PropertyProtections {
  const { property_protection_file: file, property_protection_rule_format: format } = settings
  if (file === '') return () => true
  const ruleOf = (words: ProtectionWords) => (format === 'roles' ? roleRule(words) : policyRule(words, { file, policy }))
  const sections = readProtectionFile(file).map(({ pattern, allowed }) => {
    const rules = propertyOperations.map((operation) => [operation, ruleOf(allowed[operation])] as const)
    return { pattern, rules: Object.fromEntries(rules) as Record<PropertyOperation, Rule> }
  })
  return (ctx, operation, name) => {
    // What the service itself notes of an image is not the operator's to hide.
    if (name.startsWith('os_glance')) return true
    return sections.find(({ pattern }) => pattern.test(name))?.rules[operation](ctx) ?? false
  }
}

function roleRule({ words }: ProtectionWords): Rule {
  if (words.includes('@')) return () => true
  if (words.includes('!')) return () => false
  const roles = words.map((word) => word.toLowerCase())
  return (ctx) => ctx.roles.some((role) => roles.includes(role))
}

function policyRule({ line, words }: ProtectionWords, { file, policy }: { file: string; policy: Policy }): Rule {
  const [name, ...others] = words
  if (name === undefined || others.length > 0) throw new ConfigError('expected the name of one policy', { file, line })
  if (name === '@' || name === '!') return () => name === '@'
  if (!policy.pin(name)) throw new ConfigError(`there is no policy "${name}"`, { file, line })
  return (ctx) => policy.allows(ctx, name, {})
}
