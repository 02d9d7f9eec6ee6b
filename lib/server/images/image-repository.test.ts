import { describeOnDatabases } from '@/testing/describe-on-databases'
import { imageRepositoryContract } from './image-repository.contract'

describeOnDatabases('image repository', imageRepositoryContract)
