import tumoursOncotree20251003 from './tumours/oncotree-2025-10-03.json' with { type: 'json' }
import genesRoles from './genes/roles.json' with { type: 'json' }
import genesSymbols from './genes/symbols.json' with { type: 'json' }
import variantsOthers from './variants/others.json' with { type: 'json' }
import variantsPi3k from './variants/pi3k.json' with { type: 'json' }
import variantsRasRaf from './variants/ras-raf.json' with { type: 'json' }
import variantsRepair from './variants/repair.json' with { type: 'json' }
import variantsRtk from './variants/rtk.json' with { type: 'json' }
import variantsTp53CellCycle from './variants/tp53-cell-cycle.json' with { type: 'json' }
import classesNames from './classes/names.json' with { type: 'json' }
import therapiesDrugs from './therapies/drugs.json' with { type: 'json' }
import labelsAgnostic from './labels/agnostic.json' with { type: 'json' }
import labelsBreast from './labels/breast.json' with { type: 'json' }
import labelsColorectal from './labels/colorectal.json' with { type: 'json' }
import labelsGastroOesophageal from './labels/gastro-oesophageal.json' with { type: 'json' }
import labelsGenitourinary from './labels/genitourinary.json' with { type: 'json' }
import labelsGynaecological from './labels/gynaecological.json' with { type: 'json' }
import labelsHaematology from './labels/haematology.json' with { type: 'json' }
import labelsHepatobiliaryPancreas from './labels/hepatobiliary-pancreas.json' with { type: 'json' }
import labelsLung from './labels/lung.json' with { type: 'json' }
import labelsMelanomaSkin from './labels/melanoma-skin.json' with { type: 'json' }
import labelsNeuro from './labels/neuro.json' with { type: 'json' }
import labelsSarcomaGist from './labels/sarcoma-gist.json' with { type: 'json' }
import labelsThyroidHeadNeck from './labels/thyroid-head-neck.json' with { type: 'json' }
import evidenceAgnostic from './evidence/agnostic.json' with { type: 'json' }
import evidenceBreast from './evidence/breast.json' with { type: 'json' }
import evidenceCivicAgnostic from './evidence/civic-agnostic.json' with { type: 'json' }
import evidenceCivicBreast from './evidence/civic-breast.json' with { type: 'json' }
import evidenceCivicColorectal from './evidence/civic-colorectal.json' with { type: 'json' }
import evidenceCivicGastroOesophageal from './evidence/civic-gastro-oesophageal.json' with { type: 'json' }
import evidenceCivicGenitourinary from './evidence/civic-genitourinary.json' with { type: 'json' }
import evidenceCivicGynaecological from './evidence/civic-gynaecological.json' with { type: 'json' }
import evidenceCivicHaematology from './evidence/civic-haematology.json' with { type: 'json' }
import evidenceCivicHepatobiliaryPancreas from './evidence/civic-hepatobiliary-pancreas.json' with { type: 'json' }
import evidenceCivicLung from './evidence/civic-lung.json' with { type: 'json' }
import evidenceCivicMelanomaSkin from './evidence/civic-melanoma-skin.json' with { type: 'json' }
import evidenceCivicNeuro from './evidence/civic-neuro.json' with { type: 'json' }
import evidenceCivicSarcomaGist from './evidence/civic-sarcoma-gist.json' with { type: 'json' }
import evidenceCivicThyroidHeadNeck from './evidence/civic-thyroid-head-neck.json' with { type: 'json' }
import evidenceColorectal from './evidence/colorectal.json' with { type: 'json' }
import evidenceGastroOesophageal from './evidence/gastro-oesophageal.json' with { type: 'json' }
import evidenceGenitourinary from './evidence/genitourinary.json' with { type: 'json' }
import evidenceGynaecological from './evidence/gynaecological.json' with { type: 'json' }
import evidenceHaematology from './evidence/haematology.json' with { type: 'json' }
import evidenceHepatobiliaryPancreas from './evidence/hepatobiliary-pancreas.json' with { type: 'json' }
import evidenceLung from './evidence/lung.json' with { type: 'json' }
import evidenceMelanomaSkin from './evidence/melanoma-skin.json' with { type: 'json' }
import evidenceNeuro from './evidence/neuro.json' with { type: 'json' }
import evidenceSarcomaGist from './evidence/sarcoma-gist.json' with { type: 'json' }
import evidenceThyroidHeadNeck from './evidence/thyroid-head-neck.json' with { type: 'json' }
import nodesCore from './nodes/core.json' with { type: 'json' }
import edgesCore from './edges/core.json' with { type: 'json' }
import feedbackCore from './feedback/core.json' with { type: 'json' }
import lethalityCore from './lethality/core.json' with { type: 'json' }
import priorsTrials from './priors/trials.json' with { type: 'json' }
import assaysPanels from './assays/panels.json' with { type: 'json' }

/** Every part of the knowledge release. A part that is not listed here is not in the release; rows are parsed by schema where they are loaded. */
export const knowledgeRows: Readonly<Record<KnowledgeTable, readonly (readonly unknown[])[]>> = {
  tumours: [tumoursOncotree20251003],
  genes: [genesRoles, genesSymbols],
  variants: [
    variantsOthers,
    variantsPi3k,
    variantsRasRaf,
    variantsRepair,
    variantsRtk,
    variantsTp53CellCycle,
  ],
  classes: [classesNames],
  therapies: [therapiesDrugs],
  labels: [
    labelsAgnostic,
    labelsBreast,
    labelsColorectal,
    labelsGastroOesophageal,
    labelsGenitourinary,
    labelsGynaecological,
    labelsHaematology,
    labelsHepatobiliaryPancreas,
    labelsLung,
    labelsMelanomaSkin,
    labelsNeuro,
    labelsSarcomaGist,
    labelsThyroidHeadNeck,
  ],
  evidence: [
    evidenceAgnostic,
    evidenceBreast,
    evidenceCivicAgnostic,
    evidenceCivicBreast,
    evidenceCivicColorectal,
    evidenceCivicGastroOesophageal,
    evidenceCivicGenitourinary,
    evidenceCivicGynaecological,
    evidenceCivicHaematology,
    evidenceCivicHepatobiliaryPancreas,
    evidenceCivicLung,
    evidenceCivicMelanomaSkin,
    evidenceCivicNeuro,
    evidenceCivicSarcomaGist,
    evidenceCivicThyroidHeadNeck,
    evidenceColorectal,
    evidenceGastroOesophageal,
    evidenceGenitourinary,
    evidenceGynaecological,
    evidenceHaematology,
    evidenceHepatobiliaryPancreas,
    evidenceLung,
    evidenceMelanomaSkin,
    evidenceNeuro,
    evidenceSarcomaGist,
    evidenceThyroidHeadNeck,
  ],
  nodes: [nodesCore],
  edges: [edgesCore],
  feedback: [feedbackCore],
  lethality: [lethalityCore],
  priors: [priorsTrials],
  assays: [assaysPanels],
}

export type KnowledgeTable =
  | 'tumours' | 'genes' | 'variants' | 'classes' | 'therapies' | 'labels' | 'evidence'
  | 'nodes' | 'edges' | 'feedback' | 'lethality' | 'priors' | 'assays'
