// The door of likeness: questions as vectors, and the entries nearest to one.

export { meaningOf } from './meaning.ts'
export { createNeighbours, type Neighbour, type Neighbours, neighboursFromBytes } from './neighbours.ts'
export { type Meaning, type Sentence, sentenceOf } from './sentence.ts'
