// The shop's colour: a few to tap, any other by eye or by its number, and a word when it would be hard to see.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useTranslation } from 'react-i18next'
import { Field } from '../Field.tsx'
import { hardToSee, nearestSeen } from './contrast.ts'
import { HOUSE_COLOR, isColor, type LookDraft } from './look-draft.ts'

const SWATCHES = [HOUSE_COLOR, '#1d4ed8', '#7c3aed', '#be185d', '#c2410c', '#15803d', '#334155']

interface Props {
  color: string
  theme: LookDraft['theme']
  set: (color: string) => void
  error: string | undefined
}

const Warning = ({ color, theme, set }: Omit<Props, 'error'>) => {
  const { t } = useTranslation()
  const [ground, other] = hardToSee(color, theme)
  if (ground === undefined) return null
  const better = nearestSeen(color, theme)
  return (
    <div className="notice-line" role="status">
      <span className="grow">{t(other === undefined ? `inboxes.look.hard.${ground}` : 'inboxes.look.hard.both')}</span>
      {better !== null && (
        <Button size="small" onClick={() => set(better)}>
          <i className="swatch-dot" style={{ background: better }} />
          {t('inboxes.look.useBetter')}
        </Button>
      )}
    </div>
  )
}

const Swatches = ({ color, set }: Pick<Props, 'color' | 'set'>) => {
  const { t } = useTranslation()
  return (
    <span className="swatches">
      {SWATCHES.map((each) => (
        <button
          key={each}
          type="button"
          className="swatch"
          style={{ background: each }}
          aria-label={t('inboxes.look.useColor', { color: each })}
          aria-pressed={each === color.toLowerCase()}
          onClick={() => set(each)}
        />
      ))}
    </span>
  )
}

export const ColorField = ({ color, theme, set, error }: Props) => {
  const { t } = useTranslation()
  const valid = isColor(color)
  return (
    <Field
      label={t('inboxes.look.color')}
      help={t('inboxes.look.colorHelp')}
      error={error ?? (valid ? undefined : t('inboxes.look.colorWrong'))}
    >
      {(control) => (
        <>
          <div className="color-row">
            <input
              type="color"
              className="color-well"
              aria-label={t('inboxes.look.pickColor')}
              value={valid ? color : HOUSE_COLOR}
              onChange={(event) => set(event.target.value)}
            />
            <Input
              {...control}
              className="color-number"
              maxLength={7}
              value={color}
              onChange={(e) => set(e.target.value)}
            />
            <Swatches color={color} set={set} />
          </div>
          {valid && <Warning color={color} theme={theme} set={set} />}
        </>
      )}
    </Field>
  )
}
