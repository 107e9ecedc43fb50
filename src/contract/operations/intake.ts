import { z } from 'zod'
import { ColumnMapping } from '#src/domain/column-mapping.ts'
import { IntakeForm } from '#src/domain/intake.ts'
import type { Endpoint } from '../endpoint.ts'
import { AssayOption, IntakeView, PreviewView, TumourOption, UploadView } from '../views/intake-view.ts'
import { WorklistView } from '../views/worklist-view.ts'

const CommandId = z.string().min(8).max(80)

export const intakeOperations = {
  worklist: { method: 'GET', path: '/cases', permission: 'signed_in', response: WorklistView, problems: [] },
  tumourTypes: { method: 'GET', path: '/tumour-types', permission: 'signed_in', query: z.object({ q: z.string().max(80) }), response: z.array(TumourOption), problems: [] },
  assays: { method: 'GET', path: '/assays', permission: 'signed_in', response: z.array(AssayOption), problems: [] },
  startIntake: { method: 'POST', path: '/intakes', permission: 'take_in', body: z.object({ commandId: CommandId }), response: IntakeView, problems: ['not_authorised'] },
  intake: { method: 'GET', path: '/intakes/:intakeId', permission: 'take_in', response: IntakeView, problems: ['not_authorised', 'not_found'] },
  saveIntake: {
    method: 'PUT', path: '/intakes/:intakeId', permission: 'take_in', body: z.object({ version: z.int(), form: IntakeForm }), response: IntakeView,
    problems: ['not_authorised', 'not_found', 'stale_part'],
  },
  discardIntake: { method: 'DELETE', path: '/intakes/:intakeId', permission: 'take_in', response: z.object({ discarded: z.literal(true) }), problems: ['not_authorised', 'not_found'] },
  /**
   * The body is the file itself, its name (URI-encoded) in the header `x-file-name`: file names carry patient names, and URLs end up in logs.
   * It is read on the host, in a worker. Answers at once; the preview tells how far it is.
   */
  uploadRecord: {
    method: 'POST', path: '/intakes/:intakeId/files', permission: 'take_in', upload: true, response: UploadView,
    problems: ['not_authorised', 'not_found', 'too_large'],
  },
  cancelUpload: { method: 'DELETE', path: '/intakes/:intakeId/files/:uploadId', permission: 'take_in', response: z.object({ removed: z.literal(true) }), problems: ['not_authorised', 'not_found'] },
  preview: { method: 'GET', path: '/intakes/:intakeId/preview', permission: 'take_in', response: PreviewView, problems: ['not_authorised', 'not_found'] },
  /**
   * Says what the columns of a table mean (`tables` of the preview), for the file of that name; it is read anew with it. `remember`: kept for the laboratory
   * named at intake and this header, so that its next table is read alike. `columns: null` reads by the names of the columns again, and with `remember`
   * forgets what was kept.
   */
  mapColumns: {
    method: 'PUT', path: '/intakes/:intakeId/columns', permission: 'take_in', response: z.object({ mapped: z.literal(true) }),
    body: z.object({ file: z.string().max(300), columns: ColumnMapping.nullable(), remember: z.boolean() }), problems: ['not_authorised', 'not_found'],
  },
  /** Puts facts and lines of the records (ids of `suggestions` and `reportLines` of the preview) into the form, in the name of the person who asks. */
  takeOver: {
    method: 'POST', path: '/intakes/:intakeId/taken-over', permission: 'take_in', body: z.object({ version: z.int(), ids: z.array(z.string().max(1000)).min(1).max(200) }), response: IntakeView,
    problems: ['not_authorised', 'not_found', 'stale_part', 'unknown_subject'],
  },
  takeIn: {
    method: 'POST', path: '/intakes/:intakeId/case', permission: 'take_in', body: z.object({ commandId: CommandId, version: z.int() }), response: z.object({ caseId: z.string(), code: z.string() }),
    problems: ['not_authorised', 'not_found', 'stale_part', 'gates_open', 'same_person_in_both_slots', 'command_reused', 'wrong_stage'],
  },
} as const satisfies Record<string, Endpoint>
