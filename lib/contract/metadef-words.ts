/** What a property's value can be, in JSON Schema's words. */
export const propertyTypes = ['array', 'boolean', 'integer', 'number', 'object', 'string', 'null'] as const

export const namespaceVisibilities = ['public', 'private'] as const

/** Names and prefixes, in characters, as Glance's columns hold them. */
export const longestMetadefName = 80
