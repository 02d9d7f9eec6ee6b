/** The names and ids that the embedded identity begins with, and that it cannot do without. */
export const builtIn = {
  domainId: 'default',
  domainName: 'Default',
  adminProject: 'admin',
  serviceProject: 'service',
  adminUser: 'admin',
  serviceUser: 'glance',
  roles: ['admin', 'member', 'reader', 'service'],
} as const
