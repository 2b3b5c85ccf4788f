// Knowledge as a graph: things named in documents and entries and how they hang together, read by rules, corrected by staff.
import { type Static, Type } from 'typebox'
import { Closed, Instant, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

export const NODE_KINDS = [
  'product',
  'attribute',
  'policy',
  'condition',
  'promotion',
  'place',
  'procedure',
  'step',
  'error-code',
] as const
/** From the first to the second: product has-attribute attribute, step step-of procedure, procedure fixes error-code, … */
export const EDGE_TYPES = [
  'has-attribute',
  'governed-by',
  'condition-of',
  'requires',
  'applies-to',
  'valid-in',
  'step-of',
  'fixes',
  'overridden-by',
  'promotion-of',
] as const
/** What is drawn at once. */
export const MOST_DRAWN = 60

const Label = Text(200, { minLength: 1 })
const Count = Type.Integer({ minimum: 0 })
const OrNull = <T extends typeof Uuid>(schema: T) => Type.Union([schema, Type.Null()])

export const StructureNode = Closed({
  id: Uuid,
  kind: OneOf(NODE_KINDS),
  label: Label,
  value: Text(500),
  unit: Text(20),
  revision: Type.Integer({ minimum: 0, description: 'Rises with every edit by staff.' }),
  edited: Type.Boolean({ description: 'Staff added or changed it: reading its documents again never does.' }),
  sourceGone: Type.Boolean({
    description: 'It was read from something that is gone, and kept because staff edited it.',
  }),
  links: Type.Integer({ minimum: 0, description: 'Edges it has.' }),
  citations: Type.Integer({ minimum: 0, description: 'Entries it was read from.' }),
})
export type StructureNode = Static<typeof StructureNode>
export const StructureEdge = Closed({
  id: Uuid,
  type: OneOf(EDGE_TYPES),
  from: Uuid,
  to: Uuid,
  place: Type.Integer({ minimum: 0, maximum: 999, description: 'Which step, from 1; else 0.' }),
  edited: Type.Boolean(),
})
export type StructureEdge = Static<typeof StructureEdge>
export const StructureCitation = Closed({
  entryId: Uuid,
  title: Text(300),
  documentId: OrNull(Uuid),
  documentName: Type.Union([Text(300), Type.Null()]),
  section: Type.Union([Text(100), Type.Null()]),
  quote: Text(300),
})
export type StructureCitation = Static<typeof StructureCitation>

const NARROW = {
  search: Type.Optional(Text(200)),
  kind: Type.Optional(OneOf(NODE_KINDS)),
  documentId: Type.Optional(Uuid),
  edited: Type.Optional(Type.Boolean({ description: 'Only what staff added or changed.' })),
}
export const listStructure = route({
  name: 'listStructure',
  method: 'GET',
  path: '/api/structure',
  tag: 'Structure',
  summary: 'Things the knowledge speaks of, by kind and name.',
  access: 'knowledge.read',
  query: Closed({
    ...NARROW,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  }),
  reply: Closed({ nodes: Type.Array(StructureNode), total: Count }),
  problems: [],
})
export const drawStructure = route({
  name: 'drawStructure',
  method: 'GET',
  path: '/api/structure/picture',
  tag: 'Structure',
  summary:
    'What fits into a picture: everything that is asked for, or when that is more than 60 things, those nearest to one of them.',
  access: 'knowledge.read',
  query: Closed({
    ...NARROW,
    around: Type.Optional(Uuid),
  }),
  reply: Closed({
    nodes: Type.Array(StructureNode, { maxItems: MOST_DRAWN }),
    edges: Type.Array(StructureEdge),
    total: Type.Integer({ minimum: 0, description: 'How many things there are of what is asked for.' }),
    centre: OrNull(Uuid),
  }),
  problems: ['structure.not-found'],
})
export const readStructureNode = route({
  name: 'readStructureNode',
  method: 'GET',
  path: '/api/structure/nodes/:nodeId',
  tag: 'Structure',
  summary: 'One thing with its neighbours and where it was read.',
  access: 'knowledge.read',
  params: Closed({ nodeId: Uuid }),
  reply: Closed({
    node: StructureNode,
    edges: Type.Array(StructureEdge),
    neighbours: Type.Array(StructureNode),
    citations: Type.Array(StructureCitation),
  }),
  problems: ['structure.not-found'],
})

const Revision = Type.Integer({ minimum: 0, description: 'The revision you started from.' })
const NODE = { kind: OneOf(NODE_KINDS), label: Label, value: Text(500), unit: Text(20) }
const Only = <T extends string>(word: T) => Type.Literal(word)
/** One act of staff. Ids of new things are yours to make. */
export const StructureDeed = Type.Union([
  Closed({ do: Only('add-node'), nodeId: Uuid, ...NODE }),
  Closed({ do: Only('change-node'), nodeId: Uuid, revision: Revision, ...Type.Partial(Type.Object(NODE)).properties }),
  Closed({ do: Only('delete-node'), nodeId: Uuid, revision: Revision }),
  Closed({ do: Only('merge-nodes'), nodeId: Uuid, revision: Revision, into: Uuid }),
  Closed({ do: Only('add-edge'), edgeId: Uuid, type: OneOf(EDGE_TYPES), from: Uuid, to: Uuid }),
  Closed({ do: Only('change-edge'), edgeId: Uuid, type: OneOf(EDGE_TYPES) }),
  Closed({ do: Only('delete-edge'), edgeId: Uuid }),
])
export type StructureDeed = Static<typeof StructureDeed>
export const StructureEdit = Closed({
  id: Uuid,
  deed: OneOf([
    'add-node',
    'change-node',
    'delete-node',
    'merge-nodes',
    'add-edge',
    'change-edge',
    'delete-edge',
  ] as const),
  label: Type.String({ maxLength: 500, description: 'What it was done to, as it was called.' }),
  staffId: OrNull(Uuid),
  at: Instant,
  undone: Type.Boolean(),
})
export type StructureEdit = Static<typeof StructureEdit>

const PROBLEMS = ['structure.not-found', 'structure.edge-wrong', 'structure.too-many', 'structure.changed'] as const
export const editStructure = route({
  name: 'editStructure',
  method: 'POST',
  path: '/api/structure/edits',
  tag: 'Structure',
  summary: 'Add, change, merge or delete a thing or an edge. Reading documents again never takes it back.',
  access: 'knowledge.write',
  body: Closed({ deed: StructureDeed }),
  reply: Closed({ edit: StructureEdit }),
  problems: [...PROBLEMS],
})
export const listStructureEdits = route({
  name: 'listStructureEdits',
  method: 'GET',
  path: '/api/structure/edits',
  tag: 'Structure',
  summary: 'The last edits, newest first; at most 50.',
  access: 'knowledge.read',
  reply: Closed({ edits: Type.Array(StructureEdit) }),
  problems: [],
})
export const undoStructureEdit = route({
  name: 'undoStructureEdit',
  method: 'POST',
  path: '/api/structure/edits/:editId/undo',
  tag: 'Structure',
  summary: 'Take an edit back, unless what it touched was edited again since.',
  access: 'knowledge.write',
  params: Closed({ editId: Uuid }),
  body: Closed({}),
  reply: Closed({ edit: StructureEdit }),
  problems: ['structure.not-found', 'structure.changed'],
})
