import { describeOnDatabases } from '@/testing/describe-on-databases'
import { taskRepositoryContract } from './task-repository.contract'

describeOnDatabases('task repository', taskRepositoryContract)
