import { createApp } from '#src/server/app.ts'
import { personaHome } from '#src/server/auth/persona.ts'
import type { Deps } from '#src/server/deps.ts'
import { readContext } from '#src/server/intake/read-context.ts'
import { browserKeys } from '#src/server/keys/browser-keys.ts'
import { openIndexedDb } from '#src/server/store/indexed-db.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { caseLimits } from '#src/formats/record-file.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { demonstrationNames } from './demonstration-names.ts'
import type { AskHost, HostAnswer } from './host-message.ts'
import { openMemory } from './persona-seat.ts'
import { prepareCases } from './prepare-cases.ts'
import { seedCases } from './seed/seed-cases.ts'

const tell = (message: HostAnswer, transfer: Transferable[] = []) => self.postMessage(message, { transfer })

/** The page names its worker after its tab, so that another tab may play another person. */
const tab = self.name

async function start(): Promise<(request: Request) => Response | Promise<Response>> {
  const keys = await browserKeys(demonstrationNames.keys)
  const memory = await openMemory()
  const knowledge = loadKnowledge()
  const index = indexKnowledge(knowledge)
  const without = {
    keys, identity: personaHome(await memory.seat(tab)), knowledge, index, releases: null,
    analyse: (input) => analyse(input, index),
    readRecords: (files, options) => readRecords([...files], { ...readContext(knowledge), limits: caseLimits, ...options }),
    clock: () => new Date(), newId: () => crypto.randomUUID(), host: 'demonstration', zone: Intl.DateTimeFormat().resolvedOptions().timeZone, jurisdiction: 'EU',
  } satisfies Omit<Deps, 'store'>
  const store = await prepareCases({
    ...memory, open: () => openIndexedDb(demonstrationNames.cases, keys), tell: (preparing) => tell({ preparing }),
    seed: async (empty, onCase) => void (await seedCases({ ...without, store: empty }, { onCase })),
  })
  const app = createApp({ ...without, store })
  return (request) => app.fetch(request)
}

const started = start()
started.then(() => tell({ ready: true }), (error: unknown) => tell({ failed: error instanceof Error ? error.message : 'it could not be told why' }))

self.onmessage = async ({ data }: MessageEvent<AskHost>) => {
  const { id, method, url, headers, body } = data
  try {
    const fetch = await started
    const answer = await fetch(new Request(url, { method, headers, ...(body ? { body } : {}) }))
    const bytes = await answer.arrayBuffer()
    tell({ id, status: answer.status, headers: [...answer.headers], body: bytes }, [bytes])
  } catch (error) {
    tell({ id, defect: error instanceof Error ? error.message : 'the demonstration failed' })
  }
}
