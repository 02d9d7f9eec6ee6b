import { describeConformance } from './describe-conformance'

describeConformance('single')
