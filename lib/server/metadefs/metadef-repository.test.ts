import { describeOnDatabases } from '@/testing/describe-on-databases'
import { metadefRepositoryContract } from './metadef-repository.contract'

describeOnDatabases('metadef repository', metadefRepositoryContract)
