import type { NextConfig } from 'next'

const config: NextConfig = {
  // Only .tsx files are Next's. The API's route.ts files are served by server.ts, past Next (docs/decisions/0001).
  pageExtensions: ['tsx'],
  serverExternalPackages: ['better-sqlite3', 'mysql2', 'pg', 'pino'],
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run types` checks the whole tree, pages included.
  typescript: { ignoreBuildErrors: true },
  // What use-intl lets one put in the place of its own.
  turbopack: { resolveAlias: { 'use-intl/format-message': './lib/client/format-message.ts' } },
}

export default config
