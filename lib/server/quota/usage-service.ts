import type { Logger } from 'pino'
import { isProblem } from '@/lib/contract/problem'
import type {
  ProjectLimits,
  ProjectMeasures,
  UsageOverviewView,
  UsageSampleListView,
  UsageSampleQuery,
} from '@/lib/contract/usage-overview'
import type { Context } from '../context'
import type { Policy } from '../policy/policy'
import type { SharedCount } from '../shared-count'
import type { ProjectUsage } from './project-usage-repository'
import type { UsageSample, UsageSampleRepository } from './usage-sample-repository'

/** What every project uses and may use, for administrators; `forbidden` for others. */
export interface UsageService {
  overview(ctx: Context): Promise<UsageOverviewView>
  samples(ctx: Context, query: UsageSampleQuery): Promise<UsageSampleListView>
}

/** The limits of every project. */
export interface LimitSource {
  kind: UsageOverviewView['limited_by']
  /** Throws where Keystone cannot be asked. */
  limits(): Promise<(projectId: string) => ProjectLimits>
}

interface UsageParts {
  usage: SharedCount<ProjectUsage[]>
  samples: UsageSampleRepository
  limits: LimitSource
  policy: Pick<Policy, 'authorize'>
  log: Logger
}

const dayMs = 86_400_000
const mostSamples = 200
const noLimits: ProjectLimits = { images: null, uploading: null, stored_bytes: null, staged_bytes: null }

export function createUsageService({ usage, samples, limits, policy, log }: UsageParts): UsageService {
  async function knownLimits() {
    try {
      return { of: await limits.limits(), problem: null }
    } catch (error) {
      if (!isProblem(error)) throw error
      log.error({ err: error.cause ?? error }, error.message)
      return { of: () => null, problem: error.message }
    }
  }

  return {
    async overview(ctx) {
      policy.authorize(ctx, 'context_is_admin', {})
      const [{ at, value }, { of, problem }] = await Promise.all([usage.soon(), knownLimits()])
      const projects = value.map(({ projectId, ...measures }) => ({
        project_id: projectId,
        ...measures,
        limits: projectId === null ? noLimits : of(projectId),
      }))
      return { projects, counted_at: at.toISOString(), limited_by: limits.kind, problem }
    },

    async samples(ctx, { project, days }) {
      policy.authorize(ctx, 'context_is_admin', {})
      const [kept, { at, value }] = await Promise.all([samples.since(Date.now() - days * dayMs, project), usage.soon()])
      const current = value.filter(({ projectId }) => project === undefined || projectId === project)
      return { samples: [...thinned(kept), { time: at.getTime(), ...total(current) }].map(sampleView) }
    },
  }
}

/** At most so many of them, evenly spread, the last one among them. */
function thinned(samples: readonly UsageSample[]): UsageSample[] {
  const step = Math.ceil(samples.length / mostSamples)
  return samples.filter((_, index) => (samples.length - 1 - index) % step === 0)
}

function total(usages: readonly ProjectMeasures[]): ProjectMeasures {
  const sum = (measure: keyof ProjectMeasures) => usages.reduce((all, one) => all + one[measure], 0)
  return {
    images: sum('images'),
    uploading: sum('uploading'),
    stored_bytes: sum('stored_bytes'),
    staged_bytes: sum('staged_bytes'),
  }
}

function sampleView({ time, images, uploading, stored_bytes, staged_bytes }: UsageSample) {
  return { time: new Date(time).toISOString().replace(/\.\d+Z$/, 'Z'), images, uploading, stored_bytes, staged_bytes }
}
