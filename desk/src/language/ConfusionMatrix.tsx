// What is taken for what, as a picture of shades; the same as a table for whoever does not see it.
import { useTranslation } from 'react-i18next'
import { matrixOf } from './confusion.ts'
import { type Figures, useTitle } from './lab.ts'

const MOST = 12
const CELL = 26
const NAMES = 190
const TOP = 24
const LISTED = 40

const cut = (text: string): string => {
  // Han characters are twice as wide.
  const width = [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0)
  return width <= 24 ? text : `${[...text].slice(0, /\p{Script=Han}/u.test(text) ? 11 : 22).join('')}…`
}

const Picture = ({ figures }: { figures: Figures }) => {
  const { t } = useTranslation()
  const title = useTitle()
  const { intents, cells, totals } = matrixOf(figures, MOST)
  const size = { width: NAMES + intents.length * CELL + 4, height: TOP + intents.length * CELL + 4 }
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} {...size} role="img" aria-label={t('language.matrixLabel')}>
      {intents.map((intent, row) => (
        <g key={intent}>
          <text x={NAMES + row * CELL + CELL / 2} y={TOP - 8} textAnchor="middle" className="lab-axis">
            {row + 1}
          </text>
          <text x={NAMES - 8} y={TOP + row * CELL + CELL / 2 + 4} textAnchor="end" className="lab-axis">
            {`${cut(title(intent))} ${row + 1}`}
          </text>
          {cells[row]?.map((times, column) => (
            <g key={intents[column]}>
              <rect
                x={NAMES + column * CELL + 1}
                y={TOP + row * CELL + 1}
                width={CELL - 2}
                height={CELL - 2}
                rx={4}
                className={row === column ? 'lab-right' : 'lab-wrong'}
                style={{ fillOpacity: times === 0 ? 0.06 : 0.2 + 0.8 * (times / Math.max(1, totals[row] ?? 1)) }}
              >
                <title>
                  {t('language.cell', { intent: title(intent), said: title(intents[column] ?? ''), count: times })}
                </title>
              </rect>
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}

export const ConfusionMatrix = ({ figures }: { figures: Figures }) => {
  const { t } = useTranslation()
  const title = useTitle()
  if (figures.confusions.length === 0) return <p>{t('language.noConfusion')}</p>
  return (
    <figure className="lab-figure">
      <figcaption>
        <h3>{t('language.matrix')}</h3>
        <p className="muted">{t('language.matrixText')}</p>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="lab-scroll" tabIndex={0} aria-label={t('language.matrix')}>
        <Picture figures={figures} />
      </section>
      <details>
        <summary>{t('language.asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('language.meant')}</th>
              <th scope="col">{t('language.takenFor')}</th>
              <th scope="col">{t('language.times')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.confusions.slice(0, LISTED).map(({ intent, said, times }) => (
              <tr key={`${intent} ${said}`}>
                <td>{title(intent)}</td>
                <td>{title(said)}</td>
                <td>{times}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
