import { shellWord } from './shell-word'

/** What the help on a page is about, and what does the same on the command line. */
interface HelpTopic {
  /** The page's path; `*` stands for one part of it. */
  path: string
  topic: HelpTopicName
  /** `*` stands for what stands in the path. */
  commands: readonly string[]
}

export type HelpTopicName =
  | 'images'
  | 'newImage'
  | 'compare'
  | 'image'
  | 'properties'
  | 'sharing'
  | 'activity'
  | 'shares'
  | 'uploads'
  | 'diagnostics'
  | 'metadefs'
  | 'namespace'
  | 'allImages'
  | 'stores'
  | 'tasks'
  | 'cache'
  | 'quotas'
  | 'policy'
  | 'services'
  | 'identity'
  | 'audit'
  | 'other'

/** More exact paths first. */
const topics: readonly HelpTopic[] = [
  {
    ...{ path: '/images', topic: 'images' },
    commands: ['openstack image list', 'openstack image create --disk-format qcow2 --file FILE NAME'],
  },
  {
    ...{ path: '/images/new', topic: 'newImage' },
    commands: [
      'openstack image create --disk-format qcow2 --file FILE NAME',
      'glance image-create-via-import --import-method web-download --uri URL --disk-format qcow2 --container-format bare --name NAME',
    ],
  },
  { path: '/images/compare', topic: 'compare', commands: ['openstack image show -f json IMAGE'] },
  {
    ...{ path: '/images/*', topic: 'image' },
    commands: ['openstack image show *', 'openstack image save --file FILE *', 'openstack image set --name NAME *'],
  },
  {
    ...{ path: '/images/*/properties', topic: 'properties' },
    commands: ['openstack image set --property KEY=VALUE *', 'openstack image unset --property KEY *'],
  },
  {
    ...{ path: '/images/*/sharing', topic: 'sharing' },
    commands: [
      ...['openstack image set --shared *', 'openstack image add project * PROJECT'],
      ...['openstack image member list *', 'openstack image remove project * PROJECT'],
    ],
  },
  { path: '/images/*/activity', topic: 'activity', commands: ['glance image-tasks *'] },
  {
    ...{ path: '/shares', topic: 'shares' },
    commands: ['openstack image list --shared --member-status pending', 'openstack image set --accept IMAGE'],
  },
  { path: '/uploads', topic: 'uploads', commands: ['openstack image create --disk-format qcow2 --file FILE NAME'] },
  {
    path: '/diagnostics',
    topic: 'diagnostics',
    commands: ['vitrine doctor', 'openstack token issue', 'openstack catalog show image'],
  },
  { path: '/metadefs', topic: 'metadefs', commands: ['glance md-namespace-list', 'glance md-namespace-import --file FILE'] },
  { path: '/metadefs/*', topic: 'namespace', commands: ['glance md-namespace-show *', 'glance md-property-list *'] },
  {
    path: '/admin/images',
    topic: 'allImages',
    commands: ['openstack image list --all --long', 'openstack image list --project PROJECT'],
  },
  {
    path: '/admin/stores',
    topic: 'stores',
    commands: ['glance stores-info --detail', 'glance image-import IMAGE --import-method copy-image --stores STORE'],
  },
  { path: '/admin/tasks', topic: 'tasks', commands: ['glance task-list', 'glance task-show TASK'] },
  { path: '/admin/cache', topic: 'cache', commands: ['glance cache-list', 'glance cache-queue IMAGE'] },
  { path: '/admin/quotas', topic: 'quotas', commands: ['glance usage', 'openstack registered limit list --service glance'] },
  { path: '/admin/policy', topic: 'policy', commands: ['oslopolicy-checker --policy policy.yaml --access token.json'] },
  { path: '/admin/services', topic: 'services', commands: ['vitrine doctor', 'openstack endpoint list --service image'] },
  { path: '/admin/identity', topic: 'identity', commands: ['openstack user list', 'openstack role assignment list --names'] },
  { path: '/admin/audit', topic: 'audit', commands: [] },
]

/** The help on the page of a path. */
export function helpOn(path: string): { topic: HelpTopicName; commands: readonly string[] } {
  const parts = path.replace(/\/+$/, '').split('/')
  const fits = (wanted: readonly string[]) =>
    wanted.length === parts.length && wanted.every((part, place) => part === '*' || part === parts[place])
  const found = topics.find((topic) => topic.path === path) ?? topics.find((topic) => fits(topic.path.split('/')))
  if (!found) return { topic: 'other', commands: [] }
  const subject = decodeURIComponent(parts[found.path.split('/').indexOf('*')] ?? '')
  return { topic: found.topic, commands: found.commands.map((command) => command.replaceAll('*', shellWord(subject))) }
}
