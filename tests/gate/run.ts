import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Everything a newcomer can run, in one command: lint, types, directions, unused code, builds, then all tests. What the machine lacks
 * prints `not run: N (why)`; under REQUIRE it fails. Ends with one line `N passed, N failed`.
 */
type Step = { name: string; command: string; args: readonly string[]; env?: Record<string, string> }

const steps: readonly Step[] = [
  { name: 'lint', command: 'oxlint', args: ['src', 'mocks', 'tests', '--quiet'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'direction of imports', command: 'depcruise', args: ['src', 'mocks', 'tests', '--output-type', 'err'] },
  { name: 'unused code and packages', command: 'knip', args: [] },
  { name: 'build of the product', command: 'vite', args: ['build', '--logLevel', 'warn'] },
  { name: 'build of the demonstration', command: 'vite', args: ['build', '--logLevel', 'warn'], env: { VITE_HOST: 'demo' } },
]

const only = process.argv.slice(2)

async function main(): Promise<number> {
  const failed: string[] = []
  let passed = 0
  for (const step of only.length > 0 ? [] : steps) {
    const started = Date.now()
    const code = await run(step.command, step.args, step.env)
    console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${step.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    if (code === 0) passed += 1
    else failed.push(step.name)
  }
  const tests = await runTests()
  console.log('')
  for (const name of [...failed, ...tests.failures]) console.log(`FAILED: ${name}`)
  console.log(`${passed + tests.passed} passed, ${failed.length + tests.failed} failed`)
  return failed.length + tests.failed === 0 ? 0 : 1
}

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; success: boolean; testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName: string }[] }[] }

async function runTests(): Promise<{ passed: number; failed: number; failures: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-gate-'))
  const file = join(folder, 'report.json')
  try {
    const code = await run('vitest', ['run', ...only, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
    const report = JSON.parse(await readFile(file, 'utf8')) as VitestReport // vitest's own reporter wrote it
    const failures = report.testResults.flatMap((f) => [
      ...f.assertionResults.filter((a) => a.status === 'failed').map((a) => a.fullName),
      // A file that could not even start has no tests to count; it is one failure.
      ...(f.status === 'failed' && !f.assertionResults.some((a) => a.status === 'failed') ? [`${f.name}: ${f.message.slice(0, 300)}`] : []),
    ])
    // Tests that need what this machine lacks have said so above; anything else that is pending was skipped on purpose, which we do not do.
    const failed = Math.max(failures.length, code === 0 ? 0 : 1)
    return { passed: report.numPassedTests, failed, failures: failures.length === 0 && code !== 0 ? ['vitest ended with an error outside the tests'] : failures }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

process.exitCode = await main()
