// Fourteen days as bars: whether a question is asked more and more. Read out as one sentence.
import { useTranslation } from 'react-i18next'

const [WIDTH, HEIGHT, GAP] = [84, 24, 2]

export const Trend = ({ days }: { days: readonly number[] }) => {
  const { t } = useTranslation()
  const most = Math.max(1, ...days)
  const step = WIDTH / Math.max(1, days.length)
  const half = Math.floor(days.length / 2)
  const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0)
  return (
    <svg
      className="gap-trend"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('growth.trend', { before: sum(days.slice(0, half)), now: sum(days.slice(half)) })}
    >
      {days.map((count, at) => {
        const height = count === 0 ? 1 : Math.max(3, (count / most) * HEIGHT)
        const box = { x: at * step, y: HEIGHT - height, width: step - GAP, height }
        // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place.
        return <rect key={at} {...box} rx={1} className={count === 0 ? 'none' : ''} />
      })}
    </svg>
  )
}
