// Is it right as often as it says? On the diagonal it is; below, it promises too much.
import { useTranslation } from 'react-i18next'
import { type Figures, percent } from './lab.ts'

const SIDE = 240
const LEFT = 44
const TOP = 10
const x = (share: number) => LEFT + share * SIDE
const y = (share: number) => TOP + (1 - share) * SIDE
const STEPS = [0, 0.25, 0.5, 0.75, 1]

type Bins = Figures['reliability']

const Axes = () => {
  const { t } = useTranslation()
  return (
    <>
      {STEPS.map((step) => (
        <g key={step}>
          <line x1={x(0)} x2={x(1)} y1={y(step)} y2={y(step)} className="lab-grid" />
          <text x={LEFT - 6} y={y(step) + 4} textAnchor="end" className="lab-axis">
            {step * 100}
          </text>
          <text x={x(step)} y={y(0) + 16} textAnchor="middle" className="lab-axis">
            {step * 100}
          </text>
        </g>
      ))}
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="lab-diagonal" />
      <text x={x(0.5)} y={y(0) + 34} textAnchor="middle" className="lab-axis">
        {t('language.stated')}
      </text>
      <text x={12} y={y(0.5)} textAnchor="middle" className="lab-axis" transform={`rotate(-90 12 ${y(0.5)})`}>
        {t('language.right')}
      </text>
    </>
  )
}

const Picture = ({ bins }: { bins: Bins }) => {
  const { t } = useTranslation()
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const points = bins.map(({ meanProbability, accuracy }) => `${x(meanProbability)},${y(accuracy)}`)
  return (
    <svg
      viewBox={`0 0 ${LEFT + SIDE + 14} ${TOP + SIDE + 40}`}
      width={LEFT + SIDE + 14}
      height={TOP + SIDE + 40}
      role="img"
      aria-label={t('language.curveLabel')}
    >
      <Axes />
      <polyline points={points.join(' ')} className="lab-curve" />
      {bins.map(({ from, count, meanProbability, accuracy }) => (
        <circle
          key={from}
          cx={x(meanProbability)}
          cy={y(accuracy)}
          r={3 + 5 * Math.sqrt(count / most)}
          className="lab-dot"
        >
          <title>
            {t('language.dot', { stated: percent(meanProbability), right: percent(accuracy), times: count })}
          </title>
        </circle>
      ))}
    </svg>
  )
}

export const ReliabilityCurve = ({ bins }: { bins: Bins }) => {
  const { t } = useTranslation()
  const filled = bins.filter(({ count }) => count > 0)
  return (
    <figure className="lab-figure">
      <figcaption>
        <h3>{t('language.curve')}</h3>
        <p className="muted">{t('language.curveText')}</p>
      </figcaption>
      <Picture bins={filled} />
      <details>
        <summary>{t('language.asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('language.stated')}</th>
              <th scope="col">{t('language.right')}</th>
              <th scope="col">{t('language.times')}</th>
            </tr>
          </thead>
          <tbody>
            {filled.map(({ from, meanProbability, accuracy, count }) => (
              <tr key={from}>
                <td>{percent(meanProbability)}</td>
                <td>{percent(accuracy)}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
