import { describe } from 'vitest'
import { keystoneMissing } from '../keystone-server'
import { describeConformance } from './describe-conformance'

describe.skipIf(keystoneMissing)(`with a real Keystone ${keystoneMissing ?? ''}`, () => describeConformance('limited'))
