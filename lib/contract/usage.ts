/** Keystone's unified limits of the image service. Sizes are MiB, the others images. */
export const limitNames = ['image_size_total', 'image_stage_total', 'image_count_total', 'image_count_uploading'] as const
export type LimitName = (typeof limitNames)[number]

/** What a project uses of its limits; empty where Keystone sets none. */
export interface UsageView {
  usage: Partial<Record<LimitName, { usage: number; limit: number }>>
}
