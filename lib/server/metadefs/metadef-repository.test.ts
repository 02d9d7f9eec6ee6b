import { databaseServers } from '@/testing/database-servers'
import { metadefRepositoryContract } from './metadef-repository.contract'

for (const server of databaseServers) metadefRepositoryContract(server)
