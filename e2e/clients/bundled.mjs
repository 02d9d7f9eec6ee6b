import { build } from 'esbuild'

/**
 * Runs a TypeScript program of this folder in this process. Node 20 cannot run TypeScript.
 * @param {string} name
 */
export async function runTypeScript(name) {
  const bundle = { bundle: true, platform: 'node', format: 'esm', write: false, logLevel: 'warning' }
  const { outputFiles } = await build({ entryPoints: [`e2e/clients/${name}.ts`], ...bundle })
  await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}
