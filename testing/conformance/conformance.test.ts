import { describeConformance } from './describe-conformance'

describeConformance('whole')
