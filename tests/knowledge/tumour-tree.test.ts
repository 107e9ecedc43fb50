import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'

const { tree, tumours } = loadKnowledge()

describe('tumour tree', () => {
  it('leads every type to the root', () => {
    expect([...tumours.keys()].filter((code) => tree.ancestors(code).at(-1) !== 'TISSUE')).toEqual([])
    expect(tree.ancestors('LUAD')).toEqual(['LUAD', 'NSCLC', 'LUNG', 'TISSUE'])
    expect(tree.ancestors('NO_SUCH_CODE')).toEqual([])
  })

  it.each([
    ['LUAD', 'NSCLC', true], ['NSCLC', 'LUAD', false], ['LUAD', 'SOLID', true], ['AML', 'SOLID', false], ['AML', 'HEME', true], ['CLLSLL', 'HEME', true],
    ['CUP', 'SOLID', true], ['AML', 'ANY', true], ['TISSUE', 'HEME', false], ['NO_SUCH_CODE', 'ANY', false], ['CMLBCRABL1', 'CML', true], ['UM', 'SKCM', false],
  ])('%s within %s: %s', (code, scope, expected) => {
    expect(tree.isWithin(code, scope)).toBe(expected)
  })

  it('honours exceptions', () => {
    expect(tree.isInScope('CHOL', { in: ['SOLID'], except: ['COADREAD'] })).toBe(true)
    expect(tree.isInScope('COAD', { in: ['SOLID'], except: ['COADREAD'] })).toBe(false)
  })

  it('joins what labels treat as one disease', () => {
    expect(tree.lineageFamily('PSEC')).toBe(tree.lineageFamily('HGSOC'))
    expect(tree.lineageFamily('LUSC')).toBe('LUNG')
    expect(tree.lineageFamily('LUAD')).not.toBe(tree.lineageFamily('COAD'))
    expect(tree.lineageFamily('NO_SUCH_CODE')).toBeNull()
  })

  it.each([
    ['nsclc', 'NSCLC'], ['CRC', 'COADREAD'], ['TNBC', 'BRCA'], ['gbm', 'GB'], ['lung adeno', 'LUAD'], ['oesophageal adeno', 'ESCA'], ['DIPG', 'DMG'],
    ['chronic lymphocytic leukaemia', 'CLLSLL'], ['Waldenstrom', 'WM'], ['gastrointestinal stromal tumour', 'GIST'], ['pancreatic cancer', 'PAAD'],
  ])('finds %s', (query, code) => {
    expect(tree.search(query, 5)[0]?.code).toBe(code)
  })

  it('gives no more than asked and nothing for an empty query', () => {
    expect(tree.search('carcinoma', 7)).toHaveLength(7)
    expect(tree.search('  ', 7)).toEqual([])
  })
})
