// Steps and pictures as parts: numbered, in their order, every word of them cited, never more parts than a message has.
import { Parts } from '@ballast/contract/parts'
import Value from 'typebox/value'
import { expect, it } from 'vitest'
import { withoutOtherCodes } from '../rules/error-codes.ts'
import { illustratedBy } from './illustrated.ts'

const ID = '00000000-0000-7000-8000-000000000001'
const picture = (alt: string) => ({ kind: 'picture', fileId: ID, alt }) as const

it('numbers steps, joins those with nothing to see between them, and puts each picture below its step', () => {
  const { parts, cited } = illustratedBy({
    steps: [
      { text: 'Unplug it.' },
      { text: 'Open the flap.', medium: picture('The flap') },
      { text: 'Clean it 2 times.' },
    ],
    media: [],
  })
  expect(parts).toEqual([
    { kind: 'text', text: '1. Unplug it.\n2. Open the flap.' },
    { kind: 'image', url: `/media/${ID}`, alt: 'The flap' },
    { kind: 'text', text: '3. Clean it 2 times.' },
  ])
  expect(cited).toEqual(['1. Unplug it.\n2. Open the flap.', 'The flap', '3. Clean it 2 times.'])
})

it('plays what a browser plays, with its poster, and links to any other video', () => {
  const film = { kind: 'video', alt: 'How', posterId: ID } as const
  const { parts } = illustratedBy({
    steps: [],
    media: [
      { ...film, fileId: ID },
      { kind: 'video', url: 'https://shop.example/a.mp4?x=1', alt: '' },
      { kind: 'video', url: 'https://video.example/watch?v=1', alt: 'Film' },
      { kind: 'picture', alt: 'names nothing' },
    ],
  })
  expect(parts).toEqual([
    { kind: 'video', url: `/media/${ID}`, alt: 'How', poster: `/media/${ID}` },
    { kind: 'video', url: 'https://shop.example/a.mp4?x=1' },
    { kind: 'file', url: 'https://video.example/watch?v=1', name: 'Film' },
  ])
})

it('the longest answer there can be is still one message', () => {
  const steps = Array.from({ length: 20 }, () => ({ text: 'x'.repeat(1000), medium: picture('y'.repeat(300)) }))
  const { parts } = illustratedBy({ steps, media: Array.from({ length: 20 }, () => picture('z')) })
  const message = [
    { kind: 'text', text: 'answer' },
    ...parts,
    { kind: 'sources', sources: [{ id: ID, title: 't', version: 1 }] },
  ]
  expect(Value.Check(Parts, message)).toBe(true)
})

it('an answer to another code of the kind asked about is none', () => {
  const titled = (title: string) => ({ title })
  const passages = ['E1 drain', 'E2 door', 'E-01 old', 'F1 fan', 'Cleaning'].map(titled)
  expect(withoutOtherCodes('it shows e01', passages).map(({ title }) => title)).toEqual([
    'E1 drain',
    'E-01 old',
    'F1 fan',
    'Cleaning',
  ])
  expect(withoutOtherCodes('how do I clean it', passages)).toBe(passages)
})
