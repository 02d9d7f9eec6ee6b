// Made by scripts/routes.mjs from the tree under app/. Do not edit.
import * as r0 from './app/route'
import * as r1 from './app/healthcheck/route'
import * as r2 from './app/versions/route'
import type { RouteTable } from './lib/server/http/router'

export const routes: RouteTable = {
  '/': r0,
  '/healthcheck': r1,
  '/versions': r2,
}

/** The first path segments that are the dashboard's. */
export const pageRoots: readonly string[] = ["_next"]
