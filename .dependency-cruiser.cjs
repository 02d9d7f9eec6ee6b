// The import rules of docs/decisions/0002, by name.
const server = '^lib/server/'
const api = '^app/(v2|uploads|identity|api|versions|healthcheck)/|^app/route\\.ts$'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** Domain folders of lib/server, each entered only through its service (and its types). */
const domains = ['images', 'members', 'metadefs', 'quota', 'uploads', 'identity']

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Modules import each other in one direction.', {}, { circular: true }),
    forbid(
      'contract-stands-alone',
      'The vocabulary runs anywhere.',
      { path: '^lib/contract/', pathNot: '\\.test\\.ts$' },
      { pathNot: ['^lib/contract/', '^node_modules/zod/'] },
    ),
    forbid(
      'browser-knows-no-server',
      'What runs in the browser never imports the server or Node.',
      { path: '^(components|lib/client)/', pathNot: '\\.test\\.tsx?$' },
      { path: server },
    ),
    forbid(
      'browser-knows-no-node',
      'What runs in the browser never imports Node built-ins.',
      { path: '^(components|lib/client)/', pathNot: '\\.test\\.tsx?$' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'server-knows-no-interface',
      'The server never imports pages, components or React.',
      { path: server, pathNot: '\\.test\\.ts$' },
      { path: ['^app/', '^components/', '^lib/client/', '^node_modules/(react|react-dom|next)/'] },
    ),
    forbid(
      'api-is-web-standard',
      'API routes are written against Request and Response, and never reach below a service.',
      { path: api, pathNot: ['\\.test\\.ts$', '^app/api/auth/'] },
      { path: ['^node_modules/next/', '-repository\\.ts$', '-store\\.ts$', '^lib/server/db/'], pathNot: 'byte-store\\.ts$' },
    ),
    forbid(
      'kysely-in-repositories',
      'One layer speaks SQL.',
      {
        pathNot: [
          '-repository\\.ts$',
          '^lib/server/db/',
          '^lib/server/start-services\\.ts$',
          '\\.(test|contract)\\.ts$',
          '^testing/',
        ],
      },
      { path: '^node_modules/kysely/' },
    ),
    forbid(
      'http-at-the-edge',
      'Only routes, the gateway and HTTP itself know HTTP.',
      { path: server, pathNot: [`${server}(http/|gateway|auth/authenticate)`, '\\.test\\.ts$'] },
      { path: `${server}http/` },
    ),
    ...domains.map((domain) =>
      forbid(
        `${domain}-through-its-service`,
        `Other folders enter ${domain} through its service.`,
        {
          path: server,
          pathNot: [`${server}${domain}/`, `${server}(services|start-services)\\.ts$`, `${server}db/`, '\\.test\\.ts$'],
        },
        { path: `${server}${domain}/`, pathNot: [`-service\\.ts$`, `${server}${domain}/${domain.replace(/s$/, '')}\\.ts$`] },
      ),
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(test|contract)\\.tsx?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
