import { z } from 'zod'

/** What of a project can be limited; sizes are bytes. */
export const usageMeasures = ['images', 'uploading', 'stored_bytes', 'staged_bytes'] as const
export type UsageMeasure = (typeof usageMeasures)[number]

export type ProjectMeasures = Record<UsageMeasure, number>

/** A project's limits; null where there is none. */
export type ProjectLimits = Record<UsageMeasure, number | null>

/** What one project uses, and may use. */
export interface ProjectUsageView extends ProjectMeasures {
  /** Null for images that nobody owns. */
  project_id: string | null
  /** Null where Keystone could not be asked. */
  limits: ProjectLimits | null
}

/** `GET /api/usage`: the largest first. */
export interface UsageOverviewView {
  projects: ProjectUsageView[]
  /** When that was counted, which takes long where there are many images; ISO 8601. */
  counted_at: string
  /** Where limits come from. */
  limited_by: 'keystone' | 'configuration' | 'nothing'
  /** Why Keystone's limits are not known. */
  problem: string | null
}

export const UsageSampleQuery = z.object({
  /** One project; all of them together unless given. */
  project: z.string().min(1).optional(),
  /** So far back; samples are kept for 90 days. */
  days: z.coerce.number().int().min(1).max(90).default(7),
})
export type UsageSampleQuery = z.infer<typeof UsageSampleQuery>

/** What was used at a moment. */
export interface UsageSampleView extends ProjectMeasures {
  /** UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  time: string
}

/** `GET /api/usage/samples`: the oldest first; the last one is as was counted last. */
export interface UsageSampleListView {
  samples: UsageSampleView[]
}
