// What a version is worth: right how often, what it takes for what, and whether it is as sure as it is right.
import { useTranslation } from 'react-i18next'
import { ConfusionMatrix } from './ConfusionMatrix.tsx'
import { type Figures, percent, useTitle } from './lab.ts'
import { ReliabilityCurve } from './ReliabilityCurve.tsx'

const PerIntent = ({ figures }: { figures: Figures }) => {
  const { t } = useTranslation()
  const title = useTitle()
  const weakest = [...figures.perIntent].sort((one, other) => one.right / one.examples - other.right / other.examples)
  return (
    <details>
      <summary>{t('language.perIntent')}</summary>
      <div className="lab-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('language.intentColumn')}</th>
              <th scope="col">{t('language.examplesColumn')}</th>
              <th scope="col">{t('language.rightColumn')}</th>
              <th scope="col">{t('language.refusedColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {weakest.map(({ intent, examples, right, refused }) => (
              <tr key={intent}>
                <td>{title(intent)}</td>
                <td>{examples}</td>
                <td>{percent(right / examples)}</td>
                <td>{refused}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

export const FiguresView = ({ figures }: { figures: Figures }) => {
  const { t } = useTranslation()
  const [low, high] = figures.interval
  return (
    <div className="lab-figures">
      <dl className="lab-numbers">
        <div>
          <dt>{t('language.accuracy')}</dt>
          <dd>
            {percent(figures.accuracy)}{' '}
            <small>{t('language.between', { low: percent(low), high: percent(high) })}</small>
          </dd>
        </div>
        <div>
          <dt>{t('language.macroF1')}</dt>
          <dd>{percent(figures.macroF1)}</dd>
        </div>
        <div>
          <dt>{t('language.trainTime')}</dt>
          <dd>{t('language.seconds', { seconds: figures.trainSeconds.toFixed(1) })}</dd>
        </div>
      </dl>
      <p className="muted">{t('language.crossValidated')}</p>
      <div className="lab-pictures">
        <ConfusionMatrix figures={figures} />
        <ReliabilityCurve bins={figures.reliability} />
      </div>
      <PerIntent figures={figures} />
    </div>
  )
}
