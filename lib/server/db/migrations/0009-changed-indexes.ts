import type { SchemaStep } from '../schema-step'
import { addIndexes, type ListIndex } from './list-index'

const page = ['updated_at', 'created_at', 'id']

const indexes: Record<string, ListIndex> = {
  vitrine_images_owner_updated: { table: 'images', columns: ['owner', ...page] },
  vitrine_images_visibility_updated: { table: 'images', columns: ['visibility', ...page] },
}

/** Lets a project's images, and public ones, be read by their last change, as the dashboard lists them. */
export const changedIndexesStep: SchemaStep = (kind) => ({
  up: (db) => addIndexes(db, kind, indexes),
})
