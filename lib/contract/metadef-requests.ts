import { z } from 'zod'
import { namespaceVisibilities } from './metadef-words'

// What cannot be a name is not found; a longer one neither.
const segment = z.string().regex(/^[^\0]+$/)
export const NamespacePath = z.object({ namespace: segment })
export const ResourceTypePath = NamespacePath.extend({ resourceType: segment })
export const PropertyPath = NamespacePath.extend({ property: segment })
export const ObjectPath = NamespacePath.extend({ object: segment })
export const TagPath = NamespacePath.extend({ tag: segment })

const filter = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat().at(-1) as string)
const limit = filter.pipe(z.string().regex(/^\d+$/, 'must be a whole number')).transform(Number)
const sortDirection = filter.pipe(z.enum(['asc', 'desc']))

/** The namespace list's filters, sorting and page. What is not named here has no effect. */
export const NamespaceListParameters = z.object({
  limit: limit.optional(),
  marker: filter.optional(),
  sort_key: filter
    .pipe(z.enum(['created_at', 'updated_at', 'namespace', 'display_name', 'owner', 'visibility', 'protected', 'id']))
    .default('created_at'),
  sort_dir: sortDirection.default('desc'),
  visibility: filter.pipe(z.enum(namespaceVisibilities)).optional(),
  resource_types: filter.transform((names) => names.split(',').filter((one) => one !== '')).optional(),
})
export type NamespaceListParameters = z.infer<typeof NamespaceListParameters>

/** The type whose prefix names are to carry. */
export const ResourceTypeParameter = z.object({ resource_type: filter.optional() })

/** Glance reads a page of objects but answers all of them. */
export const ObjectListParameters = z.object({
  limit: limit.refine((value) => value > 0, 'must be more than 0').optional(),
})

export const TagListParameters = z.object({
  limit: limit.optional(),
  marker: filter.optional(),
  sort_key: filter.pipe(z.enum(['created_at', 'updated_at', 'name', 'id'])).default('created_at'),
  sort_dir: sortDirection.default('desc'),
})
export type TagListParameters = z.infer<typeof TagListParameters>
