import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import type { PreviewView } from '#src/contract/views/intake-view.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import type { House } from './house.ts'

export type Dropped = { name: string; bytes: Uint8Array<ArrayBuffer> }
export const textFile = (name: string, text: string): Dropped => ({ name, bytes: new TextEncoder().encode(text) })

/** An intake of the coordinator with files dropped on it, in one go. */
export async function intakeWith(house: House, name: string, form: IntakeForm, files: readonly Dropped[]) {
  const fetch = house.as('coordinator')
  const intake = await ask(fetch, api.startIntake, { params: {}, body: { commandId: `start-${name}` } })
  const params = { intakeId: intake.id }
  let version = (await ask(fetch, api.saveIntake, { params, body: { version: intake.version, form } })).version
  await Promise.all(files.map((file) => ask(fetch, api.uploadRecord, { params, file })))
  return {
    id: intake.id,
    drop: (file: Dropped) => ask(fetch, api.uploadRecord, { params, file }),
    form: async () => (await ask(fetch, api.intake, { params })).form,
    save: async (next: IntakeForm) => { version = (await ask(fetch, api.saveIntake, { params, body: { version, form: next } })).version },
    takeOver: async (ids: readonly string[]) => { const taken = await ask(fetch, api.takeOver, { params, body: { version, ids: [...ids] } }); version = taken.version; return taken.form },
    preview: () => settled(() => ask(fetch, api.preview, { params })),
    takeIn: async () => (await ask(fetch, api.takeIn, { params, body: { commandId: `take-in-${name}`, version } })).caseId,
  }
}

/** The preview once everything is read. */
async function settled(preview: () => Promise<PreviewView>): Promise<PreviewView> {
  for (let round = 0; round < 400; round++) {
    const now = await preview()
    if (now.uploads.every((upload) => upload.state !== 'reading')) return now
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the files were not read within ten seconds')
}

/** The gates that are not passed, with their state. */
export const notPassed = (preview: PreviewView) => Object.fromEntries(preview.gates.filter((gate) => gate.state !== 'passed').map((gate) => [gate.gate, gate.state]))
