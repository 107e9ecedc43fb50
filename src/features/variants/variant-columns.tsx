import type { VariantRow } from '#src/contract/views/facts-view.ts'
import { changeOf, readsText } from '#src/lib/words/change-words.ts'
import { Chip } from '#src/ui/parts/chip.tsx'
import { ClonalBar } from '#src/ui/parts/clonal-bar.tsx'
import { EffectGlyph } from '#src/ui/parts/effect-glyph.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { LevelLetter } from '#src/ui/parts/level-letter.tsx'
import { TierChip, type TierName } from '#src/ui/parts/tier-chip.tsx'
import type { DataColumn } from '#src/ui/table/table-model.ts'
import { closenessOf, effectOf, frequencyText, isThisTumour, oncogenicityWords } from './variant-words.ts'

const levelRank = (level: string | null) => (level === null ? null : level.charCodeAt(0))

/** Columns of the variant table. `tierOf` is my own call; it is absent for those who judge nothing here. `room`: beside an open inspector, which holds what is left out, there is less. */
const inInspector = { wide: [], narrow: ['oncogenicity', 'af', 'interactions'], tight: ['oncogenicity', 'other', 'af', 'interactions'] } as const satisfies Record<string, readonly string[]>
export const variantColumns = (tierOf: ((alterationId: string) => TierName | null) | null, room: keyof typeof inInspector): DataColumn<VariantRow>[] => allColumns(tierOf).filter((column) => !inInspector[room].some((id) => id === column.id))

const allColumns = (tierOf: ((alterationId: string) => TierName | null) | null): DataColumn<VariantRow>[] => [
  { id: 'gene', head: 'Gene', width: '80px', sortBy: (row) => row.alteration.gene, cell: (row) => <b>{row.alteration.gene}</b> },
  { id: 'change', head: 'Change', width: 'minmax(104px, 1.4fr)', sortBy: (row) => changeOf(row.alteration).text, cell: Change },
  { id: 'effect', head: 'Effect', width: '84px', sortBy: (row) => row.classification.effect, cell: (row) => <EffectGlyph {...effectOf(row.alteration, row.classification)} /> },
  { id: 'vaf', head: 'VAF, reads, clonal', width: '164px', sortBy: (row) => row.alteration.vaf, cell: Fraction },
  { id: 'copies', head: 'Copies', width: '68px', sortBy: (row) => row.alteration.copyNumber, cell: Copies },
  ...(tierOf ? [{ id: 'tier', head: 'My tier', width: '56px', sortBy: (row: VariantRow) => tierOf(row.alteration.id), cell: (row: VariantRow) => <TierChip tier={tierOf(row.alteration.id)} /> }] : []),
  { id: 'oncogenicity', head: 'Oncogenicity', width: '132px', sortBy: (row) => -row.classification.points, cell: Oncogenic },
  { id: 'here', head: 'Here', width: '56px', label: 'Best evidence level in this tumour', sortBy: (row) => levelRank(row.bestHere), cell: (row) => <Level row={row} isHere /> },
  { id: 'other', head: 'Other', width: '56px', label: 'Best evidence level in another tumour', sortBy: (row) => levelRank(row.bestElsewhere), cell: (row) => <Level row={row} isHere={false} /> },
  { id: 'af', head: 'Pop. AF', width: '88px', label: 'Allele frequency in the population', align: 'right', sortBy: (row) => row.alteration.populationAf, cell: (row) => (row.alteration.populationAf === null ? <span className="qq">not stated</span> : frequencyText(row.alteration.populationAf)) },
  { id: 'interactions', head: 'Links', width: '52px', label: 'Interactions with other alterations', align: 'right', sortBy: (row) => -row.interactionIds.length, cell: (row) => (row.interactionIds.length === 0 ? <span className="qq">none</span> : row.interactionIds.length) },
  { id: 'report', head: 'First report', width: 'minmax(88px, 1fr)', sortBy: (row) => row.originalReport?.tier ?? row.originalReport?.text ?? null, cell: FirstReport },
]

function Change(row: VariantRow) {
  const { text, isNotation } = changeOf(row.alteration)
  const detail = [row.alteration.hgvsc, row.alteration.transcript, row.alteration.asReported].filter(Boolean).join(' · ')
  return <span className={isNotation ? 'mono' : undefined} title={detail}>{text}</span>
}

function Fraction({ alteration, classification }: VariantRow) {
  const { vaf, ccf, depth } = alteration
  if (vaf === null && ccf === null) return <span className="qq">not stated{classification.subclonal ? ', subclonal' : ''}</span>
  return (
    <span className="fraction">
      <b className="med">{vaf === null ? '' : vaf.toFixed(2)}</b><span className={depth === null ? 'small qq' : 'mono qq'}>{readsText(alteration)}</span>
      {ccf === null ? (classification.subclonal ? <span className="small q">subclonal</span> : null) : <ClonalBar fraction={ccf} isSubclonal={classification.subclonal} />}
    </span>
  )
}

function Copies({ alteration: { copyNumber, zygosity } }: VariantRow) {
  if (copyNumber === null) return <span className="qq">{zygosity === 'homozygous' ? 'homozygous' : 'not stated'}</span>
  return <>{copyNumber}{zygosity === 'homozygous' ? <span className="qq"> hom</span> : null}</>
}

function Oncogenic({ classification }: VariantRow) {
  return <span className="q">{oncogenicityWords[classification.oncogenicity]} <span className="qq num">{classification.points > 0 ? `+${classification.points}` : classification.points}</span></span>
}

function Level({ row, isHere }: { row: VariantRow; isHere: boolean }) {
  const level = isHere ? row.bestHere : row.bestElsewhere
  const item = row.evidence.find((one) => one.level === level && isThisTumour(one) === isHere)
  return <LevelLetter level={level} isSameTumour={isHere} isQuiet={!isHere} {...(item ? { closeness: closenessOf(item.variantMatch) } : {})} />
}

function FirstReport({ originalReport, group }: VariantRow) {
  if (!originalReport) return group === 'driver' ? <span className="row tight att med"><Icon name="warn" isSmall />not listed</span> : <span className="qq">not listed</span>
  return <span title={originalReport.text}>{originalReport.tier ? <Chip>{originalReport.tier}</Chip> : originalReport.text}</span>
}
