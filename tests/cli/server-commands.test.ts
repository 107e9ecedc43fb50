import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { exitCode } from '#src/cli/command.ts'
import { accountsCommand } from '#src/cli/commands/accounts.ts'
import { serveCommand } from '#src/cli/commands/serve.ts'

let folder: string
let data: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-cli-'))
  data = join(folder, 'data')
})
afterEach(() => rm(folder, { recursive: true }))

const environment = { ...process.env, DATABASE_URL: undefined }

function consilium(...args: string[]): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args], { env: environment })
  let [out, said] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => { out += chunk })
  child.stderr.on('data', (chunk: Buffer) => { said += chunk })
  return new Promise((done) => child.once('close', (code) => done({ code, out, said })))
}

/** In this process: what is said on standard error is not the point. */
async function quietly<T>(act: () => Promise<T>): Promise<T> {
  const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    return await act()
  } finally {
    spy.mockRestore()
  }
}

const someone = ['--name', 'Dr Amara Osei', '--role', 'oncologist', '--credential', 'Oncologist', '--credential-number', 'MO-1', '--credential-until', '2031-12-31']

describe('accounts', () => {
  test('are made with a password shown once, listed, given a new password, and disabled', async () => {
    const added = await consilium('accounts', 'add', 'Amara@clinic.example', ...someone, '--data', data)
    expect(added.out).toMatch(/^Amara@clinic\.example {2}\w{5}-\w{5}-\w{5}-\w{5}\n$/)
    expect(await consilium('accounts', 'add', 'amara@clinic.example', ...someone, '--data', data)).toMatchObject({ code: 1 })
    const renewed = await consilium('accounts', 'password', 'amara@clinic.example', '--data', data)
    expect(renewed.code).toBe(0)
    expect(renewed.out.split('  ')[1]).not.toBe(added.out.split('  ')[1])
    expect((await consilium('accounts', 'list', '--data', data)).out).toMatch(/^amara@clinic\.example +Dr Amara Osei +oncologist\n$/)
    expect(await consilium('accounts', 'disable', 'amara@clinic.example', '--data', data)).toMatchObject({ code: 0 })
    expect((await consilium('accounts', 'list', '--data', data)).out).toMatch(/\(disabled\)\n$/)
    expect(await consilium('accounts', 'disable', 'nobody@clinic.example', '--data', data)).toMatchObject({ code: 1 })
  }, 60_000)

  test.each([
    ['no act', []], ['an unknown act', ['promote', 'a@b.example']], ['no address', ['add']], ['no name', ['add', 'a@b.example', '--role', 'oncologist']],
    ['an unknown role', ['add', 'a@b.example', '--name', 'A', '--role', 'king']], ['half a credential', ['add', 'a@b.example', '--name', 'A', '--role', 'oncologist', '--credential', 'Oncologist']],
  ])('%s is wrong usage', async (_, args) => expect(await quietly(() => accountsCommand.run([...args, '--data', data]))).toBe(exitCode.usage))
})

describe('backup and restore', () => {
  test('everything goes into one file and back, and never over something else', async () => {
    await consilium('accounts', 'add', 'amara@clinic.example', ...someone, '--data', data)
    const file = join(folder, 'backup')
    const written = await consilium('backup', file, '--data', data)
    expect(written).toMatchObject({ code: 0 })
    expect(written.out).toContain('everything verifies')
    expect(written.said).toContain('keys of the host')
    expect((await stat(file)).mode & 0o077).toBe(0)
    expect(await consilium('backup', file, '--data', data)).toMatchObject({ code: 1 })
    expect(await consilium('restore', file, '--data', data)).toMatchObject({ code: 1 })
    expect(await consilium('restore', file, '--data', join(folder, 'new'))).toMatchObject({ code: 0 })
    expect((await consilium('accounts', 'list', '--data', join(folder, 'new'))).out).toContain('amara@clinic.example')
  }, 60_000)

  test('what is not there, and what is not said, is refused', async () => {
    expect(await consilium('backup', join(folder, 'b'), '--data', join(folder, 'nowhere'))).toMatchObject({ code: 1 })
    expect(await consilium('restore', join(folder, 'nothing'), '--data', data)).toMatchObject({ code: 1 })
    expect(await consilium('backup')).toMatchObject({ code: 2 })
    expect(await consilium('restore', 'a', 'b')).toMatchObject({ code: 2 })
  }, 60_000)
})

describe('serve', () => {
  test('tells where it is and ends in order when it is interrupted', async () => {
    const child = spawn(process.execPath, ['src/cli/main.ts', 'serve', '--port', '0', '--data', data], { env: environment })
    const url = await new Promise<string>((found, failed) => {
      let out = ''
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk
        const at = /Consilium is at (\S+)/.exec(out)?.[1]
        if (at) found(at)
      })
      child.once('close', () => failed(new Error(`ended: ${out}`)))
    })
    expect(await (await fetch(`${url}/api/session`)).json()).toMatchObject({ person: null })
    const ended = new Promise((done) => child.once('close', done))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  }, 60_000)

  test.each([['--port', 'x'], ['--port', '70000'], ['--origin', 'nowhere'], ['--colour', 'red']])('%s %s is wrong usage', async (...args) => {
    const usage = quietly(() => serveCommand.run([...args, '--data', data]))
    // An unknown option is thrown by the parser and turned into usage by the dispatcher.
    if (args[0] === '--colour') await expect(usage).rejects.toMatchObject({ code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' })
    else expect(await usage).toBe(exitCode.usage)
  })

  test('refuses to listen for others without TLS, with the reason', async () => {
    const refused = await consilium('serve', '--host', '0.0.0.0', '--port', '0', '--data', data)
    expect(refused.code).toBe(1)
    expect(refused.said).toContain('not loopback')
  }, 30_000)
})
