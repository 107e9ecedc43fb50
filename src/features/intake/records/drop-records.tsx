import { DropFiles } from '#src/ui/parts/drop-files.tsx'

/** Where records are dropped; `isReport`: where the laboratory's report is asked for. */
export function DropRecords({ onFiles, isReport = false }: { onFiles: (files: readonly File[]) => void; isReport?: boolean }) {
  return isReport
    ? <DropFiles what="the report" hint="a PDF; scanned ones are shown, their text is typed" onFiles={onFiles} />
    : <DropFiles what="the records" hint="VCF, MAF, cBioPortal folder files, FHIR bundle, laboratory XML, spreadsheet, and the report as a PDF; plain or compressed, several at once" onFiles={onFiles} />
}
