// Runs every command of Debian's clients against two Image services of one Keystone, such as a real Glance and Vitrine, reads both
// services' schema documents, and lists where they differ, field by field. The OS_* variables say who asks: an administrator.
// docs/clients.md says how both have to be configured. node e2e/clients/compare-glance.mjs GLANCE_URL VITRINE_URL
import { runTypeScript } from './bundled.mjs'

await runTypeScript('compare-main')
