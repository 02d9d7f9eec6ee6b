import type { SchemaStep } from '../schema-step'
import { addIndexes, type ListIndex } from './list-index'

const page = ['created_at', 'id']

/** What a list of images filters and sorts by, each followed by the order in which pages go on. */
const indexes: Record<string, ListIndex> = {
  vitrine_images_created: { table: 'images', columns: page },
  vitrine_images_updated: { table: 'images', columns: ['updated_at', ...page] },
  vitrine_images_owner: { table: 'images', columns: ['owner', ...page] },
  vitrine_images_visibility: { table: 'images', columns: ['visibility', ...page] },
  vitrine_images_name: { table: 'images', columns: ['name', ...page] },
  vitrine_images_status: { table: 'images', columns: ['status', ...page] },
  vitrine_images_disk_format: { table: 'images', columns: ['disk_format', ...page] },
  vitrine_images_container_format: { table: 'images', columns: ['container_format', ...page] },
  vitrine_images_size: { table: 'images', columns: ['size', ...page] },
  vitrine_image_members_member: { table: 'image_members', columns: ['member', 'status', 'image_id'] },
  vitrine_image_tags_value: { table: 'image_tags', columns: ['value', 'image_id'] },
  vitrine_image_properties_value: { table: 'image_properties', columns: ['name', 'value', 'image_id'] },
}

/** Adds indexes to Glance's tables, also to those that Glance made: it works with them as without. */
export const listIndexesStep: SchemaStep = (kind) => ({
  up: (db) => addIndexes(db, kind, indexes),
})
