// The structure as a picture: things as boxes, links as arrows; moved and enlarged by pointer, buttons and keys.
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/Button.tsx'
import { type Box, layOut, meets, nextIn, type Place, type Way } from './layout.ts'
import type { StructureEdge, StructureNode } from './things.ts'
import { useView } from './use-view.ts'

const HEIGHT = 30
const MOST_SHOWN = 24
/** About as wide as it is drawn: Han letters are twice as wide. */
const wide = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(letter) ? 13 : 7.2), 0)
const shorten = (text: string): string => {
  const letters = [...text]
  const most = wide(text) / Math.max(1, letters.length) > 10 ? MOST_SHOWN / 2 : MOST_SHOWN
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
/** With its value, where the name does not say it already. */
const told = ({ label, value, unit }: StructureNode): string =>
  value !== '' && !label.includes(value) && value.length + unit.length <= 14
    ? `${shorten(label)} ${value}${unit && ` ${unit}`}`
    : shorten(label)

interface Drawn {
  readonly node: StructureNode
  readonly text: string
  readonly box: Box
  readonly place: Place
}
const useDrawn = (nodes: readonly StructureNode[], edges: readonly StructureEdge[], centre: string | null) =>
  useMemo(() => {
    const texts = new Map(nodes.map((node) => [node.id, told(node)]))
    const boxes = nodes.map(({ id }) => ({ id, width: wide(texts.get(id)!) + 34, height: HEIGHT }))
    const places = layOut(boxes, edges, centre)
    const drawn = nodes.map(
      (node, at): Drawn => ({ node, text: texts.get(node.id)!, box: boxes[at]!, place: places.get(node.id)! }),
    )
    return { places, drawn: new Map(drawn.map((each) => [each.node.id, each])) }
  }, [nodes, edges, centre])

const Arrow = ({ edge, from, to, lit }: { edge: StructureEdge; from: Drawn; to: Drawn; lit: boolean }) => {
  const { t } = useTranslation()
  const start = meets(to.place, from.place, from.box)
  const end = meets(from.place, to.place, to.box)
  return (
    <g className={lit ? 'st-arrow lit' : 'st-arrow'}>
      <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} markerEnd="url(#st-head)" />
      {lit && (
        <text x={(start.x + end.x) / 2} y={(start.y + end.y) / 2 - 4} textAnchor="middle">
          {t(`structure.edge.${edge.type}`)}
        </text>
      )}
    </g>
  )
}

interface ThingProps {
  readonly drawn: Drawn
  readonly chosen: boolean
  readonly choose: (id: string) => void
  readonly step: (from: string, way: Way) => void
}
const Thing = ({ drawn: { node, text, box, place }, chosen, choose, step }: ThingProps) => {
  const { t } = useTranslation()
  const name = `${t(`structure.kind.${node.kind}`)}: ${node.label}${node.value && ` ${node.value} ${node.unit}`}`
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') choose(node.id)
    else if (event.key.startsWith('Arrow')) step(node.id, event.key as Way)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
    <g
      id={`st-${node.id}`}
      className={`st-thing st-${node.kind}${chosen ? ' chosen' : ''}${node.sourceGone ? ' gone' : ''}`}
      transform={`translate(${place.x} ${place.y})`}
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={chosen}
      onClick={() => choose(node.id)}
      onKeyDown={press}
    >
      <title>{name}</title>
      <rect x={-box.width / 2} y={-HEIGHT / 2} width={box.width} height={HEIGHT} rx={15} />
      <circle cx={-box.width / 2 + 14} cy={0} r={4.5} />
      <text x={-box.width / 2 + 25} y={4.5}>
        {text}
      </text>
    </g>
  )
}

interface PictureProps {
  readonly nodes: readonly StructureNode[]
  readonly edges: readonly StructureEdge[]
  readonly centre: string | null
  readonly chosen: string | null
  readonly choose: (id: string) => void
}
export const StructurePicture = ({ nodes, edges, centre, chosen, choose }: PictureProps) => {
  const { t } = useTranslation()
  const { places, drawn } = useDrawn(nodes, edges, centre)
  const frame = useRef<SVGSVGElement>(null)
  const view = useView(frame, places, centre)
  const step = (from: string, way: Way) => {
    const id = nextIn(places, from, way)
    if (id === undefined) return
    frame.current?.querySelector<SVGGElement>(`#st-${CSS.escape(id)}`)?.focus()
    view.show(places.get(id)!)
  }
  const lit = (edge: StructureEdge) => chosen !== null && (edge.from === chosen || edge.to === chosen)
  const arrows = edges.filter(({ from, to }) => drawn.has(from) && drawn.has(to)).toSorted((a, b) => +lit(a) - +lit(b))
  return (
    <div className="st-picture">
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset. */}
      <svg ref={frame} viewBox={view.box} role="group" aria-label={t('structure.picture')} {...view.handlers}>
        <defs>
          <marker id="st-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {arrows.map((edge) => (
          <Arrow key={edge.id} edge={edge} from={drawn.get(edge.from)!} to={drawn.get(edge.to)!} lit={lit(edge)} />
        ))}
        {[...drawn.values()].map((each) => (
          <Thing key={each.node.id} drawn={each} chosen={each.node.id === chosen} choose={choose} step={step} />
        ))}
      </svg>
      <div className="st-zoom">
        <IconButton icon="plus" label={t('structure.closer')} onClick={() => view.zoom(0.8)} />
        <IconButton icon="minus" label={t('structure.further')} onClick={() => view.zoom(1.25)} />
        <IconButton icon="select" label={t('structure.whole')} onClick={view.fit} />
      </div>
    </div>
  )
}
