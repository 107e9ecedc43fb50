/** What a label means by an earlier treatment: any of these classes, or any of these drugs. */
export type Exposure = { what: string; classes: readonly string[]; drugs: readonly string[] }

const endocrine = ['aromatase_inhibitor', 'serm', 'serd_im', 'serd_oral']
const cytotoxic = ['alkylator', 'anthracycline', 'antimetabolite', 'fluoropyrimidine', 'microtubule_other', 'platinum', 'taxane', 'topoisomerase1_inhibitor', 'topoisomerase2_inhibitor', 'vinca']
const her2 = ['her2_adc_alkylator', 'her2_adc_topo1', 'her2_adc_tubulin', 'her2_bispecific', 'her2_mab', 'her2_tki_dual', 'her2_tki_selective']
const egfrTki = ['egfr_tki_1g', 'egfr_tki_2g', 'egfr_tki_3g', 'egfr_tki_4g', 'egfr_ex20_tki']
const alk = ['alk_ros1_met_tki', 'alk_tki_2g', 'alk_tki_3g', 'alk_tki_4g']
const vegfrTki = ['multikinase_vegfr', 'multikinase_vegfr_met', 'multikinase_vegfr_ret', 'vegfr_tki']
const newHormonal = ['ar_antagonist_2g', 'cyp17_inhibitor']
const bcrAbl = ['bcrabl_tki_1g', 'bcrabl_tki_2g', 'bcrabl_tki_3g', 'bcrabl_stamp']

const exposure = (what: string, classes: readonly string[], drugs: readonly string[] = []): Exposure => ({ what, classes, drugs })
const drug = (name: string) => exposure(name, [], [name])

/** The words our label rows use, longest meaning first: `endocrine therapy` is read before `therapy` could be. */
const words: readonly (readonly [RegExp, Exposure])[] = [
  [/taxane\+trastuzumab\+pertuzumab/, exposure('taxane, trastuzumab and pertuzumab', [], ['pertuzumab'])],
  [/(?:endocrine (?:mono)?therapy|antiestrogen therapy|endocrine)(?: for metastatic disease)?/, exposure('endocrine therapy', endocrine)],
  [/aromatase inhibitor/, exposure('an aromatase inhibitor', ['aromatase_inhibitor'])],
  [/CDK4\/6 inhibitor/, exposure('a CDK4/6 inhibitor', ['cdk46_inhibitor'])],
  [/PD-\(L\)1(?: inhibitor)?|PD-1 antibody(?:-based regimen)?|immunotherapy/, exposure('a PD-1 or PD-L1 antibody', ['pd1_mab', 'pdl1_mab', 'pd1_vegf_bispecific', 'pd1_ctla4_bispecific'])],
  [/platinum chemotherapy|platinum/, exposure('platinum', ['platinum'])],
  [/fluoropyrimidine(?: combination)?/, exposure('a fluoropyrimidine', ['fluoropyrimidine'])],
  [/taxane/, exposure('a taxane', ['taxane'])],
  [/anthracycline/, exposure('an anthracycline', ['anthracycline'])],
  [/multiagent therapy/, exposure('chemotherapy', cytotoxic)],
  [/chemotherapy/, exposure('chemotherapy', cytotoxic)],
  [/HER2 regimens?/, exposure('a HER2-directed therapy', her2)],
  [/trastuzumab-based regimen|trastuzumab/, exposure('trastuzumab', [], ['trastuzumab'])],
  [/EGFR-directed therapy|EGFR TKI/, exposure('an EGFR inhibitor', egfrTki)],
  [/anti-EGFR therapy/, exposure('an EGFR antibody', ['egfr_mab'])],
  [/ALK[ -](?:TKI|inhibitor)/, exposure('an ALK inhibitor', alk)],
  [/ROS1[ -](?:TKI|inhibitor)/, exposure('a ROS1 inhibitor', ['alk_ros1_met_tki', 'ros1_tki_selective', 'ros1_trk_tki_1g', 'ros1_trk_tki_2g'], ['lorlatinib'])],
  [/NTRK inhibitor/, exposure('a TRK inhibitor', ['trk_tki_1g', 'trk_tki_2g', 'ros1_trk_tki_1g', 'ros1_trk_tki_2g'])],
  [/RET inhibitor/, exposure('a RET inhibitor', ['ret_tki_selective'])],
  [/BRAF[ -]inhibitor/, exposure('a BRAF inhibitor', ['raf_monomer', 'raf_paradox_breaker'])],
  [/hedgehog inhibitor/, exposure('a hedgehog inhibitor', ['smo_inhibitor'])],
  [/VEGF(?:R)? (?:therapy|therapies|TKI)/, exposure('a VEGF or VEGFR inhibitor', [...vegfrTki, 'vegf_mab', 'vegfr2_mab'])],
  [/BTK inhibitor/, exposure('a BTK inhibitor', ['btk_covalent', 'btk_noncovalent'])],
  [/B-cell receptor inhibitor/, exposure('a B-cell receptor inhibitor', ['btk_covalent', 'btk_noncovalent', 'pi3k_delta'])],
  [/anti-CD20 therapy/, exposure('a CD20 antibody', ['cd20_mab'])],
  [/JAK inhibitor/, exposure('a JAK inhibitor', ['jak2_inhibitor', 'jak12_inhibitor'])],
  [/proteasome inhibitor/, exposure('a proteasome inhibitor', ['proteasome_inhibitor'])],
  [/IMiD/, exposure('an immunomodulator', ['imid', 'celmod'])],
  [/AR-directed therapy|ARPI|new hormonal agent/, exposure('an androgen receptor pathway inhibitor', newHormonal)],
  [/TKIs?/, exposure('a BCR-ABL inhibitor', bcrAbl)],
  ...['oxaliplatin', 'irinotecan', 'cisplatin', 'docetaxel', 'sorafenib', 'sunitinib', 'imatinib', 'crizotinib', 'alectinib', 'ceritinib', 'osimertinib', 'letrozole', 'anastrozole',
    'enzalutamide', 'abiraterone', 'dasatinib', 'hydroxyurea', 'brentuximab vedotin'].map((name) => [new RegExp(name), drug(name)] as const),
]

export type NamedExposures = { exposures: readonly Exposure[]; isAnyOf: boolean; rest: string }

/** The earlier treatments a phrase names, whether one of them is enough (`or`), and the words that were not read. */
export function namedExposures(phrase: string): NamedExposures {
  let rest = phrase
  const found: Exposure[] = []
  for (const [pattern, meaning] of words) {
    if (!pattern.test(rest)) continue
    rest = rest.replace(pattern, ' ')
    found.push(meaning)
  }
  const joined = rest.replace(/[,+/]/g, ' ')
  return { exposures: found, isAnyOf: /\bor\b/.test(joined), rest: joined.replace(/\b(?:and|or|a|an|the|incl\.?|including|plus)\b|\/|\bincl\./g, ' ').replace(/\s+/g, ' ').trim() }
}
