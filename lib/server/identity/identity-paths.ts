import { z } from 'zod'

/** Ids are whatever the identity made; one that is unknown is its service's 404. */
const id = z.string().min(1)

export const UserPath = z.object({ userId: id })
export const ProjectPath = z.object({ projectId: id })
export const DomainPath = z.object({ domainId: id })
export const RolePath = z.object({ roleId: id })
export const ServicePath = z.object({ serviceId: id })
export const EndpointPath = z.object({ endpointId: id })
export const RegionPath = z.object({ regionId: id })
export const CredentialPath = UserPath.extend({ credentialId: id })

const projectTarget = ({ projectId, ...rest }: { projectId: string; userId: string }) => {
  return { ...rest, target: { kind: 'project' as const, id: projectId } }
}
const domainTarget = ({ domainId, ...rest }: { domainId: string; userId: string }) => {
  return { ...rest, target: { kind: 'domain' as const, id: domainId } }
}

export const ProjectUserPath = UserPath.extend({ projectId: id }).transform(projectTarget)
export const DomainUserPath = UserPath.extend({ domainId: id }).transform(domainTarget)
export const ProjectAssignmentPath = UserPath.extend({ projectId: id, roleId: id }).transform(({ roleId, ...held }) => {
  return { roleId, ...projectTarget(held) }
})
export const DomainAssignmentPath = UserPath.extend({ domainId: id, roleId: id }).transform(({ roleId, ...held }) => {
  return { roleId, ...domainTarget(held) }
})
