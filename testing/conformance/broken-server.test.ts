import { describeConformance } from './describe-conformance'

describeConformance('broken')
