import type { NetworkEdge, NetworkModel, NetworkNode } from '#src/ui/network/model.ts'

// An invented tumour, placed by hand as on the drawing board.
const node = (id: string, x: number, y: number, kind: NetworkNode['kind'], rest: Partial<NetworkNode> = {}): NetworkNode => ({ id, label: id, kind, x, y, said: `${id}${rest.effect ? `, ${rest.effect}` : ''}${rest.tag ? `, ${rest.tag}` : ''}`, ...rest })
const edge = (from: string, to: string, kind: NetworkEdge['kind'], certainty: 1 | 2 | 3, rest: Partial<NetworkEdge> = {}): NetworkEdge => ({ id: `${from}-${to}`, from, to, kind, certainty, strength: 2, said: `${from} ${kind} ${to}`, ...rest })

export const exampleMap: NetworkModel = {
  width: 988, height: 640,
  summary: 'Pathway network, 6 drivers. MET amplification activates ERBB3, PIK3CA, AKT and MTORC1, and keeps survival signalling on while osimertinib blocks EGFR.',
  bands: [
    { id: 'membrane', label: 'Membrane', x: 8, width: 128 }, { id: 'cytoplasm', label: 'Cytoplasm', x: 136, width: 468 }, { id: 'nucleus', label: 'Nucleus', x: 612, width: 120 },
    { id: 'outcome', label: 'Outcome', x: 740, width: 112 }, { id: 'drugs', label: 'Drugs', x: 860, width: 120 },
  ],
  nodes: [
    node('EGFR', 72, 136, 'gene', { effect: 'gain', weight: 1, tag: 'I' }), node('ERBB3', 72, 304, 'gene'), node('MET', 72, 472, 'gene', { effect: 'gain', weight: 2, tag: 'II' }),
    node('GRB2·SOS1', 196, 136, 'complex', { sub: 'complex' }), node('RAS', 312, 136, 'family', { sub: 'family of 3' }), node('RAF', 428, 136, 'family', { sub: 'family of 3' }), node('ERK', 544, 136, 'gene', { sub: 'via MEK, +2' }),
    node('PIK3CA', 312, 304, 'gene', { effect: 'gain', weight: 2, tag: 'II, CCF 0.22' }), node('AKT', 428, 304, 'family', { sub: 'family of 3' }), node('MTORC1', 544, 388, 'complex', { sub: 'complex' }), node('GAB1', 196, 388, 'gene'),
    node('CDKN2A', 544, 220, 'gene', { effect: 'loss', weight: 2, tag: 'II' }), node('CDK4/6', 672, 136, 'complex', { sub: 'complex' }), node('RB1', 672, 220, 'gene', { effect: 'unknown', weight: 'open', tag: 'open' }), node('E2F', 672, 304, 'family', { sub: 'family of 8' }),
    node('MDM2', 544, 472, 'gene'), node('TP53', 672, 472, 'gene', { effect: 'loss', weight: 3, tag: 'III' }), node('MTAP', 544, 592, 'gene', { effect: 'loss', weight: 2 }), node('PRMT5', 672, 592, 'gene'),
    node('SCLC', 796, 220, 'outcome', { sub: 'transformation' }), node('Proliferation', 796, 304, 'outcome'), node('Survival', 796, 388, 'outcome'),
    node('osimertinib', 920, 60, 'drug', { sub: 'fails here', isSubAdverse: true }), node('amivantamab', 920, 216, 'drug'), node('savolitinib', 920, 412, 'drug'), node('tepotinib', 920, 472, 'drug'), node('AMG 193', 920, 592, 'drug', { sub: 'trial' }),
  ],
  edges: [
    edge('EGFR', 'GRB2·SOS1', 'activates', 3), edge('GRB2·SOS1', 'RAS', 'activates', 3), edge('RAS', 'RAF', 'activates', 3), edge('RAF', 'ERK', 'activates', 3), edge('ERK', 'CDK4/6', 'raises', 2), edge('EGFR', 'ERBB3', 'binds', 3),
    edge('MET', 'ERBB3', 'activates', 3), edge('ERBB3', 'PIK3CA', 'activates', 3), edge('PIK3CA', 'AKT', 'activates', 3), edge('AKT', 'MTORC1', 'activates', 3), edge('MTORC1', 'Survival', 'activates', 2),
    edge('MET', 'GAB1', 'activates', 2), edge('GAB1', 'PIK3CA', 'activates', 2), edge('RAS', 'PIK3CA', 'activates', 2), edge('AKT', 'MDM2', 'activates', 2, { via: [[428, 472]] }), edge('MDM2', 'TP53', 'inhibits', 3), edge('TP53', 'Survival', 'inhibits', 2),
    edge('CDKN2A', 'CDK4/6', 'inhibits', 3), edge('CDK4/6', 'RB1', 'inhibits', 3), edge('RB1', 'E2F', 'inhibits', 3), edge('E2F', 'Proliferation', 'raises', 3), edge('RB1', 'SCLC', 'inhibits', 1, { isDisputed: true }), edge('MTAP', 'PRMT5', 'lethal-together', 2),
    edge('AMG 193', 'PRMT5', 'blocks', 1), edge('osimertinib', 'EGFR', 'fails', 3, { via: [[60, 60]], toPort: [-12, -22], fromPort: [-56, 0] }), edge('amivantamab', 'EGFR', 'blocks', 3, { via: [[860, 212], [860, 80], [84, 80]], fromPort: [-55, -4], toPort: [12, -22] }),
    { ...edge('amivantamab', 'MET', 'blocks', 3, { via: [[856, 220], [856, 528], [84, 528]], fromPort: [-55, 4], toPort: [12, 22] }) },
    edge('savolitinib', 'MET', 'blocks', 2, { via: [[864, 412], [864, 548], [60, 548]], fromPort: [-56, 0], toPort: [-12, 22] }), edge('tepotinib', 'MET', 'blocks', 2, { via: [[864, 472], [864, 548], [60, 548]], fromPort: [-56, 0], toPort: [-12, 22] }),
  ],
}

export const examplePath = ['MET', 'MET-ERBB3', 'ERBB3', 'ERBB3-PIK3CA', 'PIK3CA', 'PIK3CA-AKT', 'AKT', 'AKT-MTORC1', 'MTORC1', 'MTORC1-Survival', 'Survival']
