import { describe, expect, it } from 'vitest'
import { figureOf, type Measured, renderTable, withTable } from './render-table.ts'

const measured = (name: string, figures: Measured['figures']): Measured => ({
  name,
  split: 'test',
  command: `npm run -s understand:eval -- --task intent --train <data>/${name}`,
  at: '2026-01-02T03:04:05Z',
  cores: 2,
  figures,
})

describe('the table', () => {
  const figures = { accuracy: 0.925, interval: [0.91, 0.94], trainSeconds: 3.21, microsPerMessage: 12.3 }
  it('has a line for each figure that counts, and says what was reached', () => {
    const table = renderTable([measured('banking77', figures)])
    expect(table).toContain(
      '| BANKING77 | test | accuracy | 90.9 | 93.7 | 92.0 / 94.0 | **92.5** | 91.0–94.0 | must | 3.2 | 12 |',
    )
    expect(table).toContain('<data>/banking77')
    expect(renderTable([measured('banking77', { ...figures, accuracy: 0.5 })])).toContain('**no**')
    expect(renderTable([measured('banking77', { ...figures, accuracy: 0.95 })])).toContain('| aim |')
  })
  it('shows MCC as it is', () => {
    expect(renderTable([measured('curekart', { ...figures, mcc: 0.6789 })])).toContain('**0.679** | accuracy 91.0–94.0')
  })
  it('puts NLP.js beside us where both were measured', () => {
    const other = { version: '4.27.0', accuracy: 0.611, mcc: 0.5, trainSeconds: 9, microsPerMessage: 800 }
    const table = renderTable([measured('banking77', { ...figures, 'node-nlp': other })])
    expect(table).toContain('|  | NLP.js 4.27.0 | 61.1 |')
    expect(renderTable([measured('banking77', figures)])).not.toContain('NLP.js')
  })
  it('leaves out what was not measured, and what it does not know', () => {
    expect(renderTable([measured('no such set', figures)])).not.toContain('no such set')
  })
  it('reads figures in figures', () => {
    expect(figureOf({ overlap: { recall: 0.5 } }, 'overlap.recall')).toBe(0.5)
    expect(figureOf({ overlap: 'none' }, 'overlap.recall')).toBeNull()
    expect(figureOf({}, 'overlap.recall')).toBeNull()
  })
})

describe('the document', () => {
  const document = 'before\n<!-- table: written by npm run understand:table -->\nold\n<!-- /table -->\nafter\n'
  it('gets the table between its markers, again and again the same', () => {
    const once = withTable(document, 'new')!
    expect(once).toMatch(/^before\n[\s\S]*\n\nnew\n\n<!-- \/table -->\nafter\n$/)
    expect(withTable(once, 'new')).toBe(once)
  })
  it('without markers is left alone', () => {
    expect(withTable('nothing here', 'new')).toBeNull()
  })
})
