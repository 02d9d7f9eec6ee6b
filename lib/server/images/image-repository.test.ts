import { databaseServers } from '@/testing/database-servers'
import { imageRepositoryContract } from './image-repository.contract'

for (const server of databaseServers) imageRepositoryContract(server)
