import type { TableView } from '#src/contract/views/intake-view.ts'
import { type ColumnMapping, laboratoryKey, type RememberedMapping } from '#src/domain/column-mapping.ts'
import type { GivenMapping, GivenMappings } from '#src/domain/given-mapping.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import type { Person } from '#src/domain/person.ts'
import type { RecordReading } from '#src/domain/record-reading.ts'
import type { Deps } from '../deps.ts'
import { changeUploads, type UploadsDraft } from './intake-draft.ts'

type Said = UploadsDraft['mappings'][string]
type Names = ReadonlyMap<string, string>

const laboratoryOf = (form: Pick<IntakeForm, 'assay'>) => laboratoryKey(form.assay.laboratory)
const namesOf = async (deps: Deps): Promise<Names> => new Map((await deps.identity.people()).map((person) => [person.id, person.name]))
/** The calendar day of the institution on which it was said. */
const dayOf = (deps: Pick<Deps, 'zone'>, at: string) => new Intl.DateTimeFormat('en-CA', { timeZone: deps.zone }).format(new Date(at))

/** What the tables of an intake are read by: what was said of a file in this intake, else what is remembered of the laboratory's header. */
export async function givenMappings(deps: Deps, uploads: UploadsDraft, form: Pick<IntakeForm, 'assay'>): Promise<GivenMappings> {
  const names = await namesOf(deps)
  const said = ({ columns, personId, at }: { columns: ColumnMapping; personId: string; at: string }): GivenMapping =>
    ({ columns, source: `the mapping of ${dayOf(deps, at)} by ${names.get(personId) ?? 'a person who is gone'}` })
  const remembered = (await deps.store.columnMappings()).filter((mapping) => mapping.laboratory === laboratoryOf(form))
  return {
    byFile: Object.fromEntries(Object.entries(uploads.mappings).map(([file, { columns, ...by }]) => [file, columns === null ? null : said({ columns, ...by })])),
    byHeader: Object.fromEntries(remembered.map((mapping) => [mapping.fingerprint, said(mapping)])),
  }
}

/** The tables as a person sees them: what was read by what, and what others said of the same header. */
export async function tableViews(deps: Deps, reading: RecordReading | null, uploads: UploadsDraft, form: Pick<IntakeForm, 'assay'>): Promise<TableView[]> {
  if (!reading || reading.tables.length === 0) return []
  const [names, remembered] = [await namesOf(deps), await deps.store.columnMappings()]
  const source = ({ personId, at }: Pick<Said, 'personId' | 'at'>, laboratory: string) => ({ laboratory, by: names.get(personId) ?? 'a person who is gone', on: dayOf(deps, at) })
  const laboratory = laboratoryOf(form)
  return reading.tables.map((table) => {
    const ofHeader = remembered.filter((mapping) => mapping.fingerprint === table.fingerprint)
    const own = ofHeader.find((mapping) => mapping.laboratory === laboratory)
    const said = Object.hasOwn(uploads.mappings, table.file) ? uploads.mappings[table.file] : undefined
    const readWith = said ? (said.columns === null ? null : { ...source(said, laboratory), isRemembered: false }) : own ? { ...source(own, laboratory), isRemembered: true } : null
    return { ...table, readWith, offered: ofHeader.filter((mapping) => mapping !== own || said?.columns === null).map((mapping) => ({ ...source(mapping, mapping.laboratory), columns: mapping.columns })) }
  })
}

export type MapColumns = { intakeId: string; person: Person; form: Pick<IntakeForm, 'assay'>; reading: RecordReading | null; file: string; columns: ColumnMapping | null; remember: boolean }

/** Keeps what a person said of the columns of one file, and of the laboratory's header where it is to be remembered. False: no table of that name was read. */
export async function keepMapping(deps: Deps, { intakeId, person, form, reading, file, columns, remember }: MapColumns): Promise<boolean> {
  const table = reading?.tables.find((one) => one.file === file)
  if (!table) return false
  const at = deps.clock().toISOString()
  // Without a laboratory there is nobody to remember it for: it would be read by in every intake that names none.
  if (remember && table.fingerprint !== null && laboratoryOf(form) !== '') {
    const place = { laboratory: laboratoryOf(form), fingerprint: table.fingerprint }
    if (columns === null) await deps.store.deleteColumnMapping(place)
    else await deps.store.putColumnMapping({ ...place, columns, personId: person.id, at } satisfies RememberedMapping)
  }
  await changeUploads(deps, intakeId, person.id, (uploads) => ({ ...uploads, mappings: { ...uploads.mappings, [file]: { columns, personId: person.id, at } } }))
  return true
}
