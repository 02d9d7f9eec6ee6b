import { databaseServers } from '@/testing/database-servers'
import { taskRepositoryContract } from './task-repository.contract'

for (const server of databaseServers) taskRepositoryContract(server)
