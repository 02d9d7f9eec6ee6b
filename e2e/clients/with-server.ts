import { startProductionServer } from '../../testing/production-server.mjs'

type Options = Parameters<typeof startProductionServer>[0]
export type RunningServer = Awaited<ReturnType<typeof startProductionServer>>

/** Runs with the built server, which ends with it, however this process ends. */
export async function withServer(options: Options, run: (server: RunningServer) => Promise<void>): Promise<void> {
  const server = await startProductionServer(options)
  const end = () => process.kill(server.pid, 'SIGKILL')
  process.prependOnceListener('exit', end)
  try {
    await run(server)
  } finally {
    process.off('exit', end)
    await server.stop()
  }
}
