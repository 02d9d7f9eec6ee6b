import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { identityContract } from './identity.contract'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-identity-'))
afterAll(() => rmSync(folder, { recursive: true }))

describeOnDatabases('the embedded identity', (on) => identityContract(on, folder))
